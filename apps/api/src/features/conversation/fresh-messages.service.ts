import { Injectable } from '@nestjs/common';
import type { PersonRow } from '../users/person.presenter.js';
import type { MessageEntity } from './message.entity.js';

/** A message without files, as whoever wrote it down knows it. */
export interface FreshMessage {
  message: MessageEntity;
  author: PersonRow;
}

/** Messages between their commit and their push, which need not read again what was just written. */
@Injectable()
export class FreshMessages {
  private readonly byId = new Map<string, FreshMessage>();

  /** After the commit, right ahead of the push. */
  put(fresh: FreshMessage): void {
    this.byId.set(fresh.message.id, fresh);
  }

  /** Nothing is kept longer than until it was first asked for. */
  take(messageId: string): FreshMessage | undefined {
    const fresh = this.byId.get(messageId);
    this.byId.delete(messageId);
    return fresh;
  }
}
