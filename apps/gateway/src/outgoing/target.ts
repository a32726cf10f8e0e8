import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import ipaddr from 'ipaddr.js';
import { DomainError } from '#contracts';

/** Why an address is not called. The words are for the seller, in French. */
export class TargetRefused extends Error {}

/** Public by its range, and yet a cloud's own: Azure's host answers there. */
const CLOUD_HOSTS = new Set(['168.63.129.16']);
/** Names that mean this machine or this network, whatever they resolve to. */
const INNER_NAME = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|localdomain|home\.arpa)$/;
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
const DOCUMENTATION = ipaddr.IPv6.parseCIDR('3fff::/20');

/** True for an address on the public internet; false for private, local, shared, mapped, tunnelled, multicast, reserved and documentation ranges. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  if (parsed instanceof ipaddr.IPv6) return parsed.match(GLOBAL_UNICAST) && !parsed.match(DOCUMENTATION);
  return !CLOUD_HOSTS.has(parsed.toString());
}

/**
 * Holds an endpoint's address to the rules: https, no user or password, port 443 or above 1023 (below stand services that speak other languages), a host on a public network.
 * What the name resolves to is checked when it is called, each time.
 * @param allowPrivate for development and tests: http and private networks as well
 * @throws TargetRefused
 */
export function checkTarget(address: string, allowPrivate: boolean): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:')))
    throw new TargetRefused("l'adresse doit commencer par https://");
  if (url.username || url.password) throw new TargetRefused("l'adresse ne doit contenir ni utilisateur ni mot de passe");
  if (url.hash) throw new TargetRefused("l'adresse ne doit pas contenir de fragment (#)");
  if (allowPrivate) return url;
  if (url.port !== '' && Number(url.port) < 1_024) throw new TargetRefused('le port doit être 443 ou supérieur à 1023');
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (ipaddr.isValid(host) ? !isPublicAddress(host) : !host.includes('.') || INNER_NAME.test(host))
    throw new TargetRefused("l'adresse doit se trouver sur un réseau public");
  return url;
}

/** The same for what a seller enters. @throws DomainError WEBHOOK_URL_REFUSED naming `url` */
export function assertTarget(address: string, allowPrivate: boolean): void {
  try {
    checkTarget(address, allowPrivate);
  } catch (error) {
    const problem = (error as Error).message;
    throw new DomainError('WEBHOOK_URL_REFUSED', 'invalid', { message: problem, fields: [{ field: 'url', problem }] });
  }
}

type Resolved = (error: Error | null, address?: string | LookupAddress[], family?: number) => void;
type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: Error | null, found: LookupAddress[]) => void,
) => void;

/**
 * Resolves a host for a connection that is about to be made, and refuses it when any of its addresses is not public: a name that was good when it was entered may point
 * inside by now, and the connection goes to the very addresses that were looked at.
 */
export const publicLookup =
  (from: Resolve = resolve) =>
  (host: string, options: LookupOptions, done: Resolved): void => {
    from(host, { ...options, all: true }, (error, found) => {
      if (error) return done(error);
      if (found.length === 0 || found.some(({ address }) => !isPublicAddress(address)))
        return done(new TargetRefused("l'adresse mène à un réseau qui n'est pas public"));
      if (options.all) return done(null, found);
      done(null, found[0]!.address, found[0]!.family);
    });
  };
