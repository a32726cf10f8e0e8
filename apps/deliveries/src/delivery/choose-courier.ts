import { fold } from '#contracts';
import { zoneOf } from '../courier/zones.js';

/** A courier who could go: what he covers and how much he has to do. */
export interface Candidate {
  id: string;
  fullName: string;
  zones: string[];
  /** Deliveries planned or on the way. */
  load: number;
  /** When he was last given one. */
  lastAssignedAt: Date | null;
}

export interface Choice {
  courier: Candidate;
  /** As the seller reads it: « Mamadou Diabaté couvre Cocody, 0 livraison en cours ». */
  reason: string;
}

const LONGEST_REASON = 300;

/** Of the couriers who cover the address's zone: the one with the least to do; of these, the one who has waited longest. */
export function chooseCourier(address: string, candidates: Candidate[]): Choice | undefined {
  const zone = zoneOf(address, new Set(candidates.flatMap(({ zones }) => zones)));
  if (!zone) return undefined;
  const [courier] = candidates
    .filter(({ zones }) => zones.some((covered) => fold(covered) === fold(zone)))
    .sort((a, b) => a.load - b.load || waitingSince(a) - waitingSince(b) || (a.id < b.id ? -1 : 1));
  return (
    courier && { courier, reason: `${courier.fullName} couvre ${zone}, ${openDeliveries(courier.load)}`.slice(0, LONGEST_REASON) }
  );
}

/** Whether the address lies in a zone that this courier covers, among the zones that he and the candidates name. */
export function covers(zones: string[], address: string, candidates: Pick<Candidate, 'zones'>[]): boolean {
  const zone = zoneOf(address, new Set([...zones, ...candidates.flatMap((candidate) => candidate.zones)]));
  return zone !== undefined && zones.some((covered) => fold(covered) === fold(zone));
}

const waitingSince = ({ lastAssignedAt }: Candidate) => lastAssignedAt?.getTime() ?? 0;

/** French counts 0 and 1 in the singular. */
const openDeliveries = (load: number) => `${load} ${load < 2 ? 'livraison' : 'livraisons'} en cours`;
