import { Injectable } from '@nestjs/common';
import { OnRequest } from '#bus';
import {
  type Caller,
  CountUnreadNotices,
  GetNoticePreferences,
  GetNoticesAbout,
  ListNotifications,
  type MarkedNotifications,
  MarkNotificationsRead,
  type NoticePreferences as NoticePreferencesView,
  type NoticesAbout,
  type NotificationView,
  type Page,
  type QuestionOf,
  type UnreadNotices,
  UpdateNoticePreferences,
} from '#contracts';
import { NotificationQueries } from './notice/notification.queries.js';
import { NoticePreferences } from './preference/notice-preferences.js';

/** Request door: the notices of the caller's shop, and how its seller wants to be told. */
@Injectable()
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationQueries,
    private readonly preferences: NoticePreferences,
  ) {}

  @OnRequest(ListNotifications)
  async list(question: QuestionOf<ListNotifications>, caller: Caller): Promise<Page<NotificationView>> {
    return this.notifications.page(caller.sellerId!, question);
  }

  @OnRequest(GetNoticesAbout)
  async about({ referenceIds }: QuestionOf<GetNoticesAbout>, caller: Caller): Promise<NoticesAbout> {
    return this.notifications.about(caller.sellerId!, referenceIds);
  }

  @OnRequest(CountUnreadNotices)
  async unread(_question: QuestionOf<CountUnreadNotices>, caller: Caller): Promise<UnreadNotices> {
    return this.notifications.unread(caller.sellerId!);
  }

  @OnRequest(MarkNotificationsRead)
  async markRead({ ids }: QuestionOf<MarkNotificationsRead>, caller: Caller): Promise<MarkedNotifications> {
    return { marked: await this.notifications.markRead(caller.sellerId!, ids) };
  }

  @OnRequest(GetNoticePreferences)
  async getPreferences(_question: QuestionOf<GetNoticePreferences>, caller: Caller): Promise<NoticePreferencesView> {
    return this.preferences.of(caller.sellerId!);
  }

  @OnRequest(UpdateNoticePreferences)
  async updatePreferences(question: QuestionOf<UpdateNoticePreferences>, caller: Caller): Promise<NoticePreferencesView> {
    return this.preferences.update(caller.sellerId!, question);
  }
}
