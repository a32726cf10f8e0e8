import { Controller, Get, Headers, HttpCode, Inject, Param, Post, Query, Req, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { FaultBook } from '../control/fault-book.js';
import { SandboxState } from '../state/sandbox-state.js';
import { STATE } from '../tokens.js';
import { GraphAccess } from './graph-access.js';
import { GraphError } from './graph-error.js';
import { GraphHeaders } from './graph-headers.js';
import { foreignLink } from './media-faults.js';
import { MediaStore } from './media-store.js';
import type { Account, Media } from './whatsapp.js';

/** The objects a platform looks at when a seller connects his number. */
@Controller(':version/:id')
@UseInterceptors(GraphHeaders)
export class AccountController {
  constructor(
    private readonly access: GraphAccess,
    private readonly media: MediaStore,
    private readonly faults: FaultBook,
    @Inject(STATE) private readonly state: SandboxState,
  ) {}

  /** A media file, a phone number or a WhatsApp Business Account, with all or the asked-for fields: ids share one path. */
  @Get()
  read(
    @Param('version') version: string,
    @Param('id') id: string,
    @Headers('authorization') authorization: string | undefined,
    @Query('fields') fields: string | undefined,
    @Query('phone_number_id') phoneNumberId: string | undefined,
    @Req() request: FastifyRequest,
  ): unknown {
    const accounts = this.access.accountsOf(version, authorization);
    const media = this.state.whatsapp.media.get(id);
    if (media) return this.mediaView(media, accounts, phoneNumberId, `${request.protocol}://${request.host}`);
    const number = accounts.find((account) => account.phoneNumberId === id);
    if (number) return pick(numberView(number), fields);
    const business = accounts.find((account) => account.businessAccountId === id);
    if (business) return pick({ id, name: business.name, currency: 'XOF', timezone_id: '0' }, fields);
    throw GraphError.unknownObject('GET', id);
  }

  /** Meta looks a file up for the number that uploaded it or was sent it, while the id lives, and for nobody else. */
  private mediaView(media: Media, accounts: readonly Account[], asked: string | undefined, origin: string): unknown {
    const callers = accounts.map((account) => account.phoneNumberId);
    const fault = this.faults.takeMediaFault(callers, 'lookup');
    const owner = media.phoneNumberId;
    const foreign = owner !== undefined && (!callers.includes(owner) || (asked !== undefined && asked !== owner));
    if (foreign || this.media.isExpired(media) || fault === 'gone') throw GraphError.unknownObject('GET', media.id);
    const { id, mimeType, bytes } = media;
    const url = fault === 'foreign-host' ? foreignLink(id) : this.media.link(media, origin);
    const sha256 = fault === 'wrong-digest' ? '0'.repeat(64) : media.sha256;
    // The size is a string: Meta writes 64-bit integers so.
    return { messaging_product: 'whatsapp', url, mime_type: mimeType, sha256, file_size: String(bytes), id };
  }

  @Get('phone_numbers')
  numbers(
    @Param('version') version: string,
    @Param('id') id: string,
    @Headers('authorization') authorization: string | undefined,
  ): unknown {
    return { data: this.access.business(version, authorization, id).map(numberView) };
  }

  /** Subscribes the app to the account's webhooks; the sandbox posts them all to one address whether or not it was called. */
  @Post('subscribed_apps')
  @HttpCode(200)
  subscribe(
    @Param('version') version: string,
    @Param('id') id: string,
    @Headers('authorization') authorization: string | undefined,
  ): { success: true } {
    this.access.business(version, authorization, id, 'POST');
    return { success: true };
  }
}

function numberView(account: Account): Record<string, unknown> {
  return {
    verified_name: account.name,
    code_verification_status: 'VERIFIED',
    display_phone_number: parsePhoneNumberFromString(`+${account.phone}`)?.formatInternational() ?? account.phone,
    quality_rating: 'GREEN',
    platform_type: 'CLOUD_API',
    throughput: { level: 'STANDARD' },
    whatsapp_business_manager_messaging_limit: 'TIER_250',
    id: account.phoneNumberId,
  };
}

/** `fields=a,b` keeps those and always the id; without it Meta leaves out what is only given on demand. */
function pick(view: Record<string, unknown>, fields: string | undefined): Record<string, unknown> {
  const { whatsapp_business_manager_messaging_limit: _onDemand, ...usual } = view;
  if (!fields) return usual;
  const asked = new Set([...fields.split(','), 'id']);
  return Object.fromEntries(Object.entries(view).filter(([name]) => asked.has(name)));
}
