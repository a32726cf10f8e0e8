import { Inject, Injectable } from '@nestjs/common';
import { SandboxState } from '../../state/sandbox-state.js';
import { STATE } from '../../tokens.js';
import { GraphError } from '../graph-error.js';
import { MediaStore } from '../media-store.js';
import type { Account, Content } from '../whatsapp.js';

/** Which files go out as which type of message. */
const FITTING: Record<string, RegExp> = {
  image: /^image\/(jpeg|png)$/,
  video: /^video\//,
  audio: /^audio\//,
  document: /./,
  sticker: /^image\/webp$/,
};

/** A message sent by the id of a file: the file must be there, not too old, this number's, and of the message's type. */
@Injectable()
export class MediaRules {
  constructor(
    @Inject(STATE) private readonly state: SandboxState,
    private readonly store: MediaStore,
  ) {}

  /** @throws GraphError 131009 for a file this number does not have, 131053 for one of another type */
  check(account: Account, content: Content): void {
    for (const { kind, id } of mediaIn(content)) {
      const media = this.state.whatsapp.media.get(id);
      if (!media || this.store.isExpired(media) || (media.phoneNumberId && !this.shares(account, media.phoneNumberId)))
        throw new GraphError(131009, `${kind}['id']: media ID ${id} does not exist or does not belong to this phone number.`);
      const type = media.mimeType.split(';')[0]?.trim() ?? '';
      if (!FITTING[kind]?.test(type)) throw new GraphError(131053, `A file of type ${type} cannot be sent as ${kind}.`);
    }
  }

  private shares(account: Account, phoneNumberId: string): boolean {
    return this.state.whatsapp.accounts.get(phoneNumberId)?.accessToken === account.accessToken;
  }
}

/** Every file a message names by its id: its own, or that of an interactive or template header. */
function mediaIn(content: Content): { kind: string; id: string }[] {
  const own = content[content.type] as Record<string, unknown>;
  const template = content.type === 'template' ? (own['components'] as { parameters?: unknown[] }[] | undefined) : undefined;
  const holders =
    content.type === 'interactive'
      ? [own['header']]
      : template
        ? template.flatMap((component) => component.parameters ?? [])
        : [content];
  return holders.flatMap((holder) => {
    if (typeof holder !== 'object' || holder === null) return [];
    return Object.keys(FITTING).flatMap((kind) => {
      const named = (holder as Record<string, { id?: unknown } | undefined>)[kind];
      return typeof named?.id === 'string' ? [{ kind, id: named.id }] : [];
    });
  });
}
