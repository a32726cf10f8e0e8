import {
  AskPasswordReset,
  ChangePassword,
  EndOtherSessions,
  EndSession,
  ListSessions,
  RefreshSession,
  ResetPassword,
  SignIn,
  SignOut,
  SignUp,
} from '#contracts';
import { asks } from '../route.js';

const tag = 'Sessions';
const publicly = { tag, access: 'public' } as const;

export const sessionRoutes = [
  asks('POST /v1/sellers', SignUp, { ...publicly, status: 201 }),
  asks('POST /v1/sessions', SignIn, { ...publicly, status: 201 }),
  asks('POST /v1/sessions/refresh', RefreshSession, publicly),
  asks('DELETE /v1/sessions', SignOut, { ...publicly, status: 204 }),
  asks('POST /v1/password-resets', AskPasswordReset, { ...publicly, status: 202 }),
  asks('POST /v1/password-resets/confirm', ResetPassword, { ...publicly, status: 204 }),
  asks('GET /v1/sessions', ListSessions, { tag }),
  asks('DELETE /v1/sessions/:sessionId', EndSession, { tag, status: 204 }),
  asks('POST /v1/sessions/end-others', EndOtherSessions, { tag }),
  asks('PUT /v1/password', ChangePassword, { tag, status: 204 }),
];
