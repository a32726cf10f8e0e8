import { Injectable } from '@nestjs/common';
import { OnRequest } from '#bus';
import { type Caller, ListNotifications, type NotificationView, type Page, type QuestionOf } from '#contracts';
import { NotificationQueries } from './notice/notification.queries.js';

/** Request door: the notices of the caller's shop. */
@Injectable()
export class NotificationsController {
  constructor(private readonly notifications: NotificationQueries) {}

  @OnRequest(ListNotifications)
  async list(question: QuestionOf<ListNotifications>, caller: Caller): Promise<Page<NotificationView>> {
    return this.notifications.page(caller.sellerId!, question);
  }
}
