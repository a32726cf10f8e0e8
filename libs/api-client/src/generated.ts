export interface paths {
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys of programs, revoked ones included for 90 days
         * @description The keys of programs, revoked ones included for 90 days.
         *
         *     For owners only; not for agents or API keys.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Makes a key for a program
         * @description Makes a key for a program; at most 50 that are not revoked.
         *
         *     For owners only; not for agents or API keys.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends a key
         * @description Ends a key; it opens nothing any more within 10 seconds.
         *
         *     For owners only; not for agents or API keys.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Calls to third parties and their cost
         * @description Calls to third parties and their cost: over a range of days (default: the last 30), or what one conversation or one order cost, from its first day on. An order costs what was spent in its conversation since the order before it until it was confirmed, and every message about it since.
         */
        get: operations["getApiUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assistant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the assistant behaves
         * @description How the assistant behaves.
         */
        get: operations["getAssistantSettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes how the assistant behaves
         * @description Changes how the assistant behaves; absent fields stay.
         */
        patch: operations["updateAssistantSettings"];
        trace?: never;
    };
    "/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversations, last activity first
         * @description Conversations, last activity first.
         */
        get: operations["listConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversations/{conversationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One conversation
         * @description One conversation.
         */
        get: operations["getConversation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversations/{conversationId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a conversation away
         * @description Puts a conversation away; the next message of the customer begins another.
         */
        post: operations["closeConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversations/{conversationId}/give-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The assistant answers again
         * @description The assistant answers again.
         */
        post: operations["giveBackConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversations/{conversationId}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Sets the labels of a conversation
         * @description Sets the labels of a conversation: these and no others.
         */
        put: operations["labelConversation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversations/{conversationId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Messages of one conversation, newest first
         * @description Messages of one conversation, newest first.
         */
        get: operations["listMessages"];
        put?: never;
        /**
         * The seller writes to the customer himself
         * @description The seller writes to the customer himself; the assistant falls silent. One kind of message at a time; WINDOW_CLOSED later than 24 hours after he wrote, unless it is a template.
         */
        post: operations["replyToCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversations/{conversationId}/messages/{messageId}/reaction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a reaction of the shop on a message of the customer, in place of one that is there
         * @description Puts a reaction of the shop on a message of the customer, in place of one that is there; an empty one takes it back. Answers that message.
         */
        post: operations["reactToMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversations/{conversationId}/messages/{messageId}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a message that failed once more, as a new one
         * @description Sends a message that failed once more, as a new one; MESSAGE_NOT_FAILED otherwise.
         */
        post: operations["resendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversations/{conversationId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Notes on a conversation, newest first
         * @description Notes on a conversation, newest first.
         */
        get: operations["listNotes"];
        put?: never;
        /**
         * Writes a note on a conversation
         * @description Writes a note on a conversation.
         */
        post: operations["addNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversations/{conversationId}/notes/{noteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Removes a note
         * @description Removes a note.
         */
        delete: operations["removeNote"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversations/{conversationId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Its messages have been read
         * @description Its messages have been read.
         */
        post: operations["markConversationRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/conversations/{conversationId}/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A human takes the conversation
         * @description A human takes the conversation; the assistant falls silent.
         */
        post: operations["takeOverConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/couriers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The couriers, newest first
         * @description The couriers, newest first.
         */
        get: operations["listCouriers"];
        put?: never;
        /**
         * Adds a courier with the zones he covers
         * @description Adds a courier with the zones he covers.
         */
        post: operations["registerCourier"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/couriers/{courierId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One courier
         * @description One courier.
         */
        get: operations["getCourier"];
        put?: never;
        post?: never;
        /**
         * Takes a courier off the list
         * @description Takes a courier off the list; COURIER_HAS_DELIVERIES while parcels are his.
         */
        delete: operations["removeCourier"];
        options?: never;
        head?: never;
        /**
         * Changes a courier
         * @description Changes a courier; absent fields stay.
         */
        patch: operations["updateCourier"];
        trace?: never;
    };
    "/v1/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything at a glance
         * @description Everything at a glance: figures, inbox, orders, deliveries, notices.
         */
        get: operations["asksDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deliveries, newest first
         * @description Deliveries, newest first.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delivery with its history
         * @description One delivery with its history.
         */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries/{deliveryId}/reassign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives a delivery that is not over to another courier, or another time
         * @description Gives a delivery that is not over to another courier, or another time; both couriers are told.
         */
        post: operations["reassignDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries/{deliveryId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The seller reports for the courier
         * @description The seller reports for the courier: picked up, completed (with the cash), attempt failed (with the reason).
         */
        post: operations["reportDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/delivery-zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the seller delivers, and for how much
         * @description Where the seller delivers, and for how much.
         */
        get: operations["listZones"];
        /**
         * Sets what delivery costs by zone
         * @description Sets what delivery costs by zone; the others stay as they are. A zone that no active courier covers is kept and comes back under `uncovered`.
         */
        put: operations["setZoneFees"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/email-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The linked mailboxes
         * @description The linked mailboxes.
         *
         *     For people who are signed in; not for API keys.
         */
        get: operations["listEmailAccounts"];
        put?: never;
        /**
         * Links a mailbox to the caller's shop
         * @description Links a mailbox to the caller's shop.
         *
         *     For owners only; not for agents or API keys.
         */
        post: operations["connectEmailAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/email-accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Unlinks a mailbox
         * @description Unlinks a mailbox.
         *
         *     For owners only; not for agents or API keys.
         */
        delete: operations["disconnectEmailAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/email-accounts/{accountId}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a mailbox can be read
         * @description Whether a mailbox can be read.
         *
         *     For people who are signed in; not for API keys.
         */
        get: operations["asksEmailAccountHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Received mails with their analyses, newest first
         * @description Received mails with their analyses, newest first.
         */
        get: operations["listEmails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/emails/{emailId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One mail with its text, its analysis and what was done about it
         * @description One mail with its text, its analysis and what was done about it.
         */
        get: operations["getEmail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Marks a mail as read or unread, done with or not
         * @description Marks a mail as read or unread, done with or not; absent fields stay.
         */
        patch: operations["markEmail"];
        trace?: never;
    };
    "/v1/emails/{emailId}/acts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answers a mail from the seller’s own mailbox, or archives it there
         * @description Answers a mail from the seller’s own mailbox, or archives it there; done in the background, once.
         */
        post: operations["actOnEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened in the shop in the last 7 days, newest first
         * @description What happened in the shop in the last 7 days, newest first; written down while it has a webhook, and for 30 days after it last listened to the stream.
         */
        get: operations["listApiEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Daily figures over a range of at most 366 days (default
         * @description Daily figures over a range of at most 366 days (default: the last 30).
         */
        get: operations["getFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The daily figures as a file for spreadsheets
         * @description The daily figures as a file for spreadsheets.
         */
        get: operations["asksFiguresFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/journal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit trail, newest first
         * @description The audit trail, newest first; or all of one chain.
         */
        get: operations["listJournal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The labels in use
         * @description The labels in use.
         */
        get: operations["listLabels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The shop and the member who is signed in
         * @description The shop and the member who is signed in.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts a file here, to be sent to a customer
         * @description The body is the file itself, with its own `Content-Type` and its `Content-Length`. Types and sizes are those of WhatsApp: photos (JPEG, PNG) up to 5 MB, audio and video up to 16 MB, documents up to 100 MB, stickers (WebP) up to 500 KB. The first bytes must be those of the type. A file that is not sent is removed after 30 days. Takes no Idempotency-Key: when the answer is lost, put the file here again.
         */
        post: operations["uploadMedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/media/{mediaId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file that a customer sent, or that the shop put here
         * @description The file itself. Photos, audio and video can be shown; everything else is a file to save. `MediaView.state` says whether it can be had: MEDIA_NOT_READY (409) while it is being fetched from WhatsApp, MEDIA_FAILED (404) when it cannot be had. Its content never changes: keep it by its ETag.
         */
        get: operations["downloadMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody who works in the shop
         * @description Everybody who works in the shop.
         *
         *     For people who are signed in; not for API keys.
         */
        get: operations["listMembers"];
        put?: never;
        /**
         * Adds somebody to the team
         * @description Adds somebody to the team; a code to set a password with goes to his telephone by WhatsApp.
         *
         *     For owners only; not for agents or API keys.
         */
        post: operations["inviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes somebody off the team and ends his sessions
         * @description Takes somebody off the team and ends his sessions; his access tokens end with them. The founder stays.
         *
         *     For owners only; not for agents or API keys.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /**
         * Changes a member
         * @description Changes a member; absent fields stay. Who is demoted is signed out. A shop keeps at least one active owner.
         *
         *     For owners only; not for agents or API keys.
         */
        patch: operations["updateMember"];
        trace?: never;
    };
    "/v1/members/{memberId}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a new code to a member who has no password yet
         * @description Sends a new code to a member who has no password yet.
         *
         *     For owners only; not for agents or API keys.
         */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notification-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the seller wants to be told
         * @description How the seller wants to be told.
         */
        get: operations["getNoticePreferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes how the seller wants to be told
         * @description Changes how the seller wants to be told; kinds that are not named stay.
         */
        patch: operations["updateNoticePreferences"];
        trace?: never;
    };
    "/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Notices, newest first
         * @description Notices, newest first.
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The seller has read these notices, or all when none is named
         * @description The seller has read these notices, or all when none is named.
         */
        post: operations["markNotificationsRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders, newest first
         * @description Orders, newest first.
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * The seller takes an order by hand
         * @description The seller takes an order by hand: priced, reserved and confirmed at once; or only written down, as a draft.
         */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order with its history, its payments and its refunds
         * @description One order with its history, its payments and its refunds.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes an order that has not left
         * @description Changes an order that has not left: its lines (priced anew from the catalogue, stock moved with them), address or telephone; absent fields stay.
         */
        patch: operations["editOrder"];
        trace?: never;
    };
    "/v1/orders/{orderId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels an order that has not left, and releases its stock
         * @description Cancels an order that has not left, and releases its stock.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirms a draft
         * @description Confirms a draft: priced anew, its goods reserved. OUT_OF_STOCK with what could be sold instead, and it stays a draft.
         */
        post: operations["confirmDraftOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/exchange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The customer keeps not what she received
         * @description The customer keeps not what she received: a new order with other goods (38 → 39), what she gives back counted as paid; it is in stock again when the new order is delivered. ORDER_NOT_DELIVERED before: edit it instead.
         */
        post: operations["exchangeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The shop saw money come in for an order
         * @description The shop saw money come in for an order: a deposit or all of it. What a customer shows is no proof, only this counts.
         */
        post: operations["recordPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/payments/{paymentId}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strikes out a payment that was recorded by mistake
         * @description Strikes out a payment that was recorded by mistake; it stays readable.
         */
        post: operations["voidPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The shop sent money back to a customer who had paid more than her order costs by now
         * @description The shop sent money back to a customer who had paid more than her order costs by now: cancelled, made smaller, returned or exchanged. Never more than `toRefund` (REFUND_EXCEEDS_DUE).
         */
        post: operations["recordRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/refunds/{refundId}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Strikes out a refund that was recorded by mistake
         * @description Strikes out a refund that was recorded by mistake; it stays readable.
         */
        post: operations["voidRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The seller moves an order on
         * @description The seller moves an order on: preparing, ready, or returned when the parcel is back and its goods can be sold again.
         */
        post: operations["moveOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{orderId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every step of an order from the ad to the cash, with times and reasons
         * @description Every step of an order from the ad to the cash, with times and reasons.
         */
        get: operations["asksOrderTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Changes the caller's password and ends his other sessions
         * @description Changes the caller's password and ends his other sessions.
         *
         *     For people who are signed in; not for API keys.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a code by WhatsApp to the telephone of this address’s owner
         * @description Sends a code by WhatsApp to the telephone of this address’s owner; the answer is the same when nobody has the address.
         *
         *     No token is needed. Takes no Idempotency-Key: one that is sent changes nothing.
         */
        post: operations["askPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password-resets/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets a password with a code from a reset or an invitation, and ends all sessions
         * @description Sets a password with a code from a reset or an invitation, and ends all sessions. A code is good once, for 15 minutes (an invitation: 7 days), and for 5 tries.
         *
         *     No token is needed. Takes no Idempotency-Key: one that is sent changes nothing.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The catalogue, newest first
         * @description The catalogue, newest first.
         */
        get: operations["listProducts"];
        put?: never;
        /**
         * Puts a product on sale
         * @description Puts a product on sale.
         */
        post: operations["listProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{productId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One product
         * @description One product.
         */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        /**
         * Takes a product out of the catalogue for good
         * @description Takes a product out of the catalogue for good; orders that name it keep it.
         */
        delete: operations["archiveProduct"];
        options?: never;
        head?: never;
        /**
         * Changes a product
         * @description Changes a product; absent fields stay.
         */
        patch: operations["updateProduct"];
        trace?: never;
    };
    "/v1/products/{productId}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Counts stock in or out by hand, with a reason
         * @description Counts stock in or out by hand, with a reason.
         */
        post: operations["adjustStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{productId}/stock-movements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every change of a product’s stock, newest first
         * @description Every change of a product’s stock, newest first.
         */
        get: operations["listStockMovements"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{productId}/variants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a size or colour to a product
         * @description Adds a size or colour to a product.
         */
        post: operations["addVariant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{productId}/variants/{variantId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Takes a size or colour out of the catalogue for good
         * @description Takes a size or colour out of the catalogue for good; VARIANT_RESERVED while confirmed orders wait for it.
         */
        delete: operations["removeVariant"];
        options?: never;
        head?: never;
        /**
         * Changes a size or colour
         * @description Changes a size or colour; absent fields stay.
         */
        patch: operations["updateVariant"];
        trace?: never;
    };
    "/v1/products/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads products from CSV
         * @description Reads products from CSV: columns nom, prix, stock and, if wanted, prix_plancher (0 takes it away), description, alias, taille, couleur, reference, seuil_alerte, actif; a product with several sizes has a line for each. A product is known again by its name. All or nothing.
         */
        post: operations["importProducts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prospects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people who wrote to the seller, newest first
         * @description The people who wrote to the seller, newest first.
         */
        get: operations["listProspects"];
        put?: never;
        /**
         * Adds somebody who did not come by WhatsApp, for orders taken by hand
         * @description Adds somebody who did not come by WhatsApp, for orders taken by hand; source `manuel`. PROSPECT_KNOWN names the one who has the number already.
         */
        post: operations["addProspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prospects/{prospectId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One prospect
         * @description One prospect. The id of one who was merged into another gives the other, with his own id.
         */
        get: operations["getProspect"];
        put?: never;
        post?: never;
        /**
         * Erases a person
         * @description Erases a person: name, number, messages, and what orders, deliveries, notices and the audit trail say of him. Orders stay, without him. It cannot be undone.
         */
        delete: operations["eraseProspect"];
        options?: never;
        head?: never;
        /**
         * Corrects a name
         * @description Corrects a name.
         */
        patch: operations["updateProspect"];
        trace?: never;
    };
    "/v1/prospects/{prospectId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes two prospects one, when the seller knows that they are the same person
         * @description Makes two prospects one, when the seller knows that they are the same person: conversations, orders and WhatsApp identities of the other go to this one. It cannot be undone.
         */
        post: operations["mergeProspects"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prospects/{prospectId}/opt-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes an opt-out back, because the person asked for it
         * @description Takes an opt-out back, because the person asked for it.
         */
        post: operations["optInProspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prospects/{prospectId}/opt-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Writes nothing more to somebody
         * @description Writes nothing more to somebody: neither the assistant nor the seller nor notices, until he is opted in again.
         */
        post: operations["optOutProspect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/conversations/{prospectId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything said with one prospect, oldest first
         * @description Everything said with one prospect, oldest first.
         */
        get: operations["asksConversationReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prospects, orders, turnover and completed deliveries of the seller
         * @description Prospects, orders, turnover and completed deliveries of the seller.
         */
        get: operations["asksDashboardReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Order lines with client, product and what became of them
         * @description Order lines with client, product and what became of them.
         */
        get: operations["asksOrdersReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/seller": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's own profile
         * @description The caller's own profile.
         */
        get: operations["getSeller"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes the profile
         * @description Changes the profile; absent fields stay.
         *
         *     For owners only; not for agents or API keys.
         */
        patch: operations["updateSeller"];
        trace?: never;
    };
    "/v1/sellers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Registers a seller and signs him in
         * @description Registers a seller and signs him in.
         *
         *     No token is needed. Takes no Idempotency-Key: one that is sent changes nothing.
         */
        post: operations["signUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the caller is signed in
         * @description Where the caller is signed in.
         *
         *     For people who are signed in; not for API keys.
         */
        get: operations["listSessions"];
        put?: never;
        /**
         * Signs a member of a team in with e-mail and password
         * @description Signs a member of a team in with e-mail and password.
         *
         *     No token is needed. Takes no Idempotency-Key: one that is sent changes nothing.
         */
        post: operations["signIn"];
        /**
         * Ends the session of a refresh token
         * @description Ends the session of a refresh token.
         *
         *     No token is needed.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Signs one of the caller’s sessions out
         * @description Signs one of the caller’s sessions out.
         *
         *     For people who are signed in; not for API keys.
         */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/end-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Signs the caller out everywhere but here
         * @description Signs the caller out everywhere but here.
         *
         *     For people who are signed in; not for API keys.
         */
        post: operations["endOtherSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trades a refresh token for a new pair
         * @description Trades a refresh token for a new pair. Within 10 seconds a lost answer may be asked for again with the same token, which replaces the lost one; any other use of a token that was used or replaced ends the session.
         *
         *     No token is needed. Takes no Idempotency-Key: one that is sent changes nothing.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens in the shop, as it happens
         * @description Server-Sent Events: new messages, order, delivery and figure changes. `event` is the type, `data` an ApiEvent, `id` the place in the stream. After a break send the last id: nothing is missed and nothing comes twice, whichever gateway answers. `event: reset` means that the place is too old (7 days): load your lists anew. The stream ends with `event: expired` when the access token does.
         */
        get: operations["stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The addresses that are told what happens
         * @description The addresses that are told what happens.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Has events posted to an address
         * @description Has events posted to an address: https, on a public network; at most 20.
         *
         *     For owners only; not for agents or API keys.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One endpoint
         * @description One endpoint.
         */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /**
         * Sends nothing more to an address, and forgets its log
         * @description Sends nothing more to an address, and forgets its log.
         *
         *     For owners only; not for agents or API keys.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Changes an endpoint, or enables it again
         * @description Changes an endpoint, or enables it again; absent fields stay.
         *
         *     For owners only; not for agents or API keys.
         */
        patch: operations["updateWebhookEndpoint"];
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent to an endpoint, newest first
         * @description What was sent to an endpoint, newest first; kept for 30 days.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delivery with its body and the last answer
         * @description One delivery with its body and the last answer.
         */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a delivery again, now, whatever became of it
         * @description Sends a delivery again, now, whatever became of it.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives an endpoint a new secret
         * @description Gives an endpoint a new secret; for 24 hours requests are signed with both.
         *
         *     For owners only; not for agents or API keys.
         */
        post: operations["renewWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a trial event, `webhook
         * @description Sends a trial event, `webhook.test`, to an endpoint.
         */
        post: operations["testWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/whatsapp-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The linked business numbers
         * @description The linked business numbers.
         *
         *     For people who are signed in; not for API keys.
         */
        get: operations["listWhatsAppAccounts"];
        put?: never;
        /**
         * Links a WhatsApp Business number to the caller's shop (one per seller)
         * @description Links a WhatsApp Business number to the caller's shop (one per seller).
         *
         *     For owners only; not for agents or API keys.
         */
        post: operations["connectWhatsAppAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/whatsapp-accounts/{accountId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Unlinks a business number
         * @description Unlinks a business number.
         *
         *     For owners only; not for agents or API keys.
         */
        delete: operations["disconnectWhatsAppAccount"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/whatsapp-accounts/{accountId}/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a business number sends and receives
         * @description Whether a business number sends and receives.
         *
         *     For people who are signed in; not for API keys.
         */
        get: operations["asksWhatsAppAccountHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/whatsapp-accounts/{accountId}/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The templates of a business number, as WhatsApp has them
         * @description The templates of a business number, as WhatsApp has them.
         *
         *     For people who are signed in; not for API keys.
         */
        get: operations["listTemplates"];
        put?: never;
        /**
         * Asks WhatsApp to approve a template
         * @description Asks WhatsApp to approve a template; it says later whether it did.
         *
         *     For owners only; not for agents or API keys.
         */
        post: operations["createTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "conversation.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an inbox shows of a conversation changed
         * @description What an inbox shows of a conversation changed: who answers, labels, read or not; not its messages.
         *
         *     Posted to webhook endpoints that subscribe to `conversation.changed`.
         */
        post: operations["onConversationChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversation.handed-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A human is needed in a conversation
         * @description A human is needed in a conversation; the assistant is silent there. Said again when the customer writes on and nobody of the shop reads or answers.
         *
         *     Posted to webhook endpoints that subscribe to `conversation.handed-over`.
         */
        post: operations["onConversationHandedOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversation.request-passed-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A customer wants something that only the shop can do (an invoice, an hour of delivery, another means of payment)
         * @description A customer wants something that only the shop can do (an invoice, an hour of delivery, another means of payment); the assistant goes on answering.
         *
         *     Posted to webhook endpoints that subscribe to `conversation.request-passed-on`.
         */
        post: operations["onConversationRequestPassedOn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversation.started": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A first conversation with a prospect began, or a closed one was reopened
         * @description A first conversation with a prospect began, or a closed one was reopened.
         *
         *     Posted to webhook endpoints that subscribe to `conversation.started`.
         */
        post: operations["onConversationStarted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "delivery.attempt-failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The courier could not hand the parcel over
         * @description The courier could not hand the parcel over.
         *
         *     Posted to webhook endpoints that subscribe to `delivery.attempt-failed`.
         */
        post: operations["onDeliveryAttemptFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "delivery.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A delivery was called off because its order was cancelled
         * @description A delivery was called off because its order was cancelled.
         *
         *     Posted to webhook endpoints that subscribe to `delivery.cancelled`.
         */
        post: operations["onDeliveryCancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "delivery.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The parcel is with the customer and the cash is counted
         * @description The parcel is with the customer and the cash is counted; also when its order was cancelled meanwhile.
         *
         *     Posted to webhook endpoints that subscribe to `delivery.completed`.
         */
        post: operations["onDeliveryCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "delivery.picked-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The courier has the parcel
         * @description The courier has the parcel.
         *
         *     Posted to webhook endpoints that subscribe to `delivery.picked-up`.
         */
        post: operations["onDeliveryPickedUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "delivery.planned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A courier is assigned to an order, with a slot and a fee
         * @description A courier is assigned to an order, with a slot and a fee; said again when courier, time or order changed.
         *
         *     Posted to webhook endpoints that subscribe to `delivery.planned`.
         */
        post: operations["onDeliveryPlanned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "delivery.unassigned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * No courier covers the address of an order, or its new address
         * @description No courier covers the address of an order, or its new address; tried again when one frees up.
         *
         *     Posted to webhook endpoints that subscribe to `delivery.unassigned`.
         */
        post: operations["onDeliveryUnassigned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "email.analysed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A mail is classified, summarised, and has a suggested action
         * @description A mail is classified, summarised, and has a suggested action.
         *
         *     Posted to webhook endpoints that subscribe to `email.analysed`.
         */
        post: operations["onEmailAnalysed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "email.received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A mail is stored with its priority
         * @description A mail is stored with its priority.
         *
         *     Posted to webhook endpoints that subscribe to `email.received`.
         */
        post: operations["onEmailReceived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "figures.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A seller's day changed
         * @description A seller's day changed; several changes make one event.
         *
         *     Posted to webhook endpoints that subscribe to `figures.updated`.
         */
        post: operations["onFiguresUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * WhatsApp refused a message for good
         * @description WhatsApp refused a message for good.
         *
         *     Posted to webhook endpoints that subscribe to `message.failed`.
         */
        post: operations["onMessageFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.received": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An inbound message is stored
         * @description An inbound message is stored.
         *
         *     Posted to webhook endpoints that subscribe to `message.received`.
         */
        post: operations["onMessageReceived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * WhatsApp took a message to a customer
         * @description WhatsApp took a message to a customer.
         *
         *     Posted to webhook endpoints that subscribe to `message.sent`.
         */
        post: operations["onMessageSent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "notification.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Every channel refused a notice
         * @description Every channel refused a notice.
         *
         *     Posted to webhook endpoints that subscribe to `notification.failed`.
         */
        post: operations["onNotificationFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "notification.sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A channel took a notice
         * @description A channel took a notice.
         *
         *     Posted to webhook endpoints that subscribe to `notification.sent`.
         */
        post: operations["onNotificationSent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An order was cancelled and its stock released
         * @description An order was cancelled and its stock released.
         *
         *     Posted to webhook endpoints that subscribe to `order.cancelled`.
         */
        post: operations["onOrderCancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.confirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An order is priced from the catalogue, its stock is reserved and it has its number
         * @description An order is priced from the catalogue, its stock is reserved and it has its number.
         *
         *     Posted to webhook endpoints that subscribe to `order.confirmed`.
         */
        post: operations["onOrderConfirmed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.drafted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The shop wrote an order down without confirming it
         * @description The shop wrote an order down without confirming it: priced and numbered, nothing is reserved.
         *
         *     Posted to webhook endpoints that subscribe to `order.drafted`.
         */
        post: operations["onOrderDrafted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.edit-refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The customer asked for a change of an order that cannot be made
         * @description The customer asked for a change of an order that cannot be made: it has left or is over, or what she wants is not there at that price.
         *
         *     Posted to webhook endpoints that subscribe to `order.edit-refused`.
         */
        post: operations["onOrderEditRefused"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.edited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The seller, or the customer who asked for it, changed an order that has not left
         * @description The seller, or the customer who asked for it, changed an order that has not left: lines, address or telephone; its stock and total follow.
         *
         *     Posted to webhook endpoints that subscribe to `order.edited`.
         */
        post: operations["onOrderEdited"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.payments-changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Money for an order was recorded, or a record of it struck out
         * @description Money for an order was recorded, or a record of it struck out: what is left to collect follows.
         *
         *     Posted to webhook endpoints that subscribe to `order.payments-changed`.
         */
        post: operations["onOrderPaymentsChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.refunds-changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Money of an order was sent back to the customer, or a record of that struck out
         * @description Money of an order was sent back to the customer, or a record of that struck out: what is left to send back follows.
         *
         *     Posted to webhook endpoints that subscribe to `order.refunds-changed`.
         */
        post: operations["onOrderRefundsChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An agreement could not become an order
         * @description An agreement could not become an order: out of stock, unknown product, or dearer than agreed.
         *
         *     Posted to webhook endpoints that subscribe to `order.rejected`.
         */
        post: operations["onOrderRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "order.status-changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * An order moved on
         * @description An order moved on: preparing, ready, out for delivery, delivered, failed or returned.
         *
         *     Posted to webhook endpoints that subscribe to `order.status-changed`.
         */
        post: operations["onOrderStatusChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "product.listed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A seller put a product on sale
         * @description A seller put a product on sale.
         *
         *     Posted to webhook endpoints that subscribe to `product.listed`.
         */
        post: operations["onProductListed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "product.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A product changed
         * @description A product changed: name, price, variants, on sale or not.
         *
         *     Posted to webhook endpoints that subscribe to `product.updated`.
         */
        post: operations["onProductUpdated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "prospect.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A new person wrote to a seller
         * @description A new person wrote to a seller.
         *
         *     Posted to webhook endpoints that subscribe to `prospect.created`.
         */
        post: operations["onProspectCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "prospect.merged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Two prospects were one person
         * @description Two prospects were one person: what is the other’s is this one’s now.
         *
         *     Posted to webhook endpoints that subscribe to `prospect.merged`.
         */
        post: operations["onProspectMerged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "stock.changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What is left to sell of a product changed
         * @description What is left to sell of a product changed: the whole product each time.
         *
         *     Posted to webhook endpoints that subscribe to `stock.changed`.
         */
        post: operations["onStockChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "stock.low": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What is left of a product fell to its alert level
         * @description What is left of a product fell to its alert level.
         *
         *     Posted to webhook endpoints that subscribe to `stock.low`.
         */
        post: operations["onStockLow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** ActOnEmail */
        ActOnEmail: {
            /**
             * @description What to do
             * @enum {string}
             */
            act: "reply" | "archive";
            /** @description The answer, for `reply` */
            text?: string;
        };
        /** AddNote */
        AddNote: {
            /** @description What it says */
            text: string;
        };
        /** AddProspect */
        AddProspect: {
            /** @description Name */
            fullName: string;
            /** @description Telephone in any usual form */
            phone: string;
        };
        /** AddVariant */
        AddVariant: {
            /** @description Colour */
            color?: string;
            /** @description The seller’s own reference (SKU) of it, that of a WhatsApp catalogue */
            reference?: string;
            /** @description Size */
            size?: string;
            /** @description In stock */
            stock: number;
            /** @description Price of one; the product's when absent */
            unitPrice?: number;
        };
        /** AdjustStock */
        AdjustStock: {
            /** @description Units added (positive) or taken (negative) */
            change: number;
            /** @description Why */
            reason: string;
            /**
             * Format: uuid
             * @description The variant, when the product has variants
             */
            variantId?: string;
        };
        /** AgreedLine */
        AgreedLine: {
            /** @description Price of one that the customer agreed to, when it may differ from the catalogue: shown in her recap, granted down to the floor price */
            agreedPrice?: number;
            /** @description Colour the customer asked for, when the product has no variants */
            color?: string;
            /**
             * Format: uuid
             * @description Product
             */
            productId: string;
            /** @description How many */
            quantity: number;
            /** @description Size the customer asked for, when the product has no variants */
            size?: string;
            /**
             * Format: uuid
             * @description Variant, when the product has variants
             */
            variantId?: string;
        };
        /** AgreedLine */
        AgreedLineInput: {
            /** @description Price of one that the customer agreed to, when it may differ from the catalogue: shown in her recap, granted down to the floor price */
            agreedPrice?: number;
            /** @description Colour the customer asked for, when the product has no variants */
            color?: string;
            /**
             * Format: uuid
             * @description Product
             */
            productId: string;
            /** @description How many */
            quantity: number;
            /** @description Size the customer asked for, when the product has no variants */
            size?: string;
            /**
             * Format: uuid
             * @description Variant, when the product has variants
             */
            variantId?: string;
        };
        /**
         * ApiEvent
         * @description Something that happened in the shop; `type` says which of these it is.
         */
        ApiEvent: components["schemas"]["ProspectCreatedEvent"] | components["schemas"]["ProspectMergedEvent"] | components["schemas"]["ConversationStartedEvent"] | components["schemas"]["ConversationChangedEvent"] | components["schemas"]["ConversationHandedOverEvent"] | components["schemas"]["ConversationRequestPassedOnEvent"] | components["schemas"]["MessageReceivedEvent"] | components["schemas"]["MessageSentEvent"] | components["schemas"]["MessageFailedEvent"] | components["schemas"]["OrderDraftedEvent"] | components["schemas"]["OrderConfirmedEvent"] | components["schemas"]["OrderRejectedEvent"] | components["schemas"]["OrderEditedEvent"] | components["schemas"]["OrderEditRefusedEvent"] | components["schemas"]["OrderPaymentsChangedEvent"] | components["schemas"]["OrderRefundsChangedEvent"] | components["schemas"]["OrderStatusChangedEvent"] | components["schemas"]["OrderCancelledEvent"] | components["schemas"]["DeliveryPlannedEvent"] | components["schemas"]["DeliveryUnassignedEvent"] | components["schemas"]["DeliveryPickedUpEvent"] | components["schemas"]["DeliveryAttemptFailedEvent"] | components["schemas"]["DeliveryCompletedEvent"] | components["schemas"]["DeliveryCancelledEvent"] | components["schemas"]["ProductListedEvent"] | components["schemas"]["ProductUpdatedEvent"] | components["schemas"]["StockChangedEvent"] | components["schemas"]["StockLowEvent"] | components["schemas"]["EmailReceivedEvent"] | components["schemas"]["EmailAnalysedEvent"] | components["schemas"]["NotificationSentEvent"] | components["schemas"]["NotificationFailedEvent"] | components["schemas"]["FiguresUpdatedEvent"];
        /** ApiEventPage */
        ApiEventPage: {
            /** @description Events, newest first */
            items: components["schemas"]["ApiEvent"][];
            /** @description Give it back as `cursor` for the next page; absent on the last */
            nextCursor?: string;
        };
        /** ApiKeys */
        ApiKeys: {
            /** @description Keys, newest first */
            items: components["schemas"]["ApiKeyView"][];
        };
        /** ApiKeyView */
        ApiKeyView: {
            /**
             * Format: date-time
             * @description Made
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description The member who made it; absent when he left the team
             */
            createdBy?: string;
            /**
             * Format: date-time
             * @description Ends by itself
             */
            expiresAt?: string;
            /**
             * Format: uuid
             * @description The key
             */
            id: string;
            /**
             * Format: date-time
             * @description Last used, to within a minute
             */
            lastUsedAt?: string;
            /** @description What it is for */
            name: string;
            /** @description How the key begins, to tell one from another */
            prefix: string;
            /**
             * Format: date-time
             * @description Revoked
             */
            revokedAt?: string;
            /** @description What it allows */
            scopes: ("seller:read" | "catalogue:read" | "catalogue:write" | "conversations:read" | "conversations:write" | "orders:read" | "orders:write" | "deliveries:read" | "deliveries:write" | "mails:read" | "mails:write" | "notifications:read" | "notifications:write" | "figures:read" | "events:read" | "webhooks:read" | "webhooks:write")[];
        };
        /** ApiUsageReport */
        ApiUsageReport: {
            /** @description Cost in FCFA, all together */
            costFcfa: number;
            /** @description By third party and operation */
            items: components["schemas"]["ApiUsageView"][];
            /** @description Tokens in and out, all together */
            tokens: number;
        };
        /** ApiUsageView */
        ApiUsageView: {
            /** @description Calls */
            calls: number;
            /** @description Cost in FCFA */
            costFcfa: number;
            /** @description Failed calls */
            errors: number;
            /** @description Operation */
            operation: string;
            /** @description Third party */
            provider: string;
            /** @description Tokens in and out */
            tokens: number;
        };
        /** AskPasswordReset */
        AskPasswordReset: {
            /**
             * Format: email
             * @description Sign-in address
             */
            email: string;
        };
        /** AssistantSettingsView */
        AssistantSettingsView: {
            /** @description FCFA that the AI may cost in a day of the seller, likewise; 0: as many as it takes */
            dailyFcfa: number;
            /** @description Tokens of the AI that it may use in a day of the seller; then the assistant without AI answers; 0: as many as it takes */
            dailyTokens: number;
            /** @description It answers; when not, every conversation waits for a person */
            enabled: boolean;
            /** @description What it should know of the shop, in the seller's words; never prices or stock, which come from the catalogue */
            instructions?: string;
            /** @description The name it gives itself */
            name?: string;
            /** @description Minutes without a word of the seller after which it answers again in a conversation that he took over; 0: only when he gives it back */
            resumeAfterMinutes: number;
            /**
             * @description How it speaks
             * @enum {string}
             */
            tone: "chaleureux" | "sobre" | "energique";
            /** @description Grows with every change; the ETag */
            version: number;
        };
        /** CancelOrder */
        CancelOrder: {
            /** @description Why */
            reason: string;
        };
        /** ChangePassword */
        ChangePassword: {
            /** @description The password until now */
            currentPassword: string;
            /** @description The new one, 10 characters or more */
            newPassword: string;
        };
        /** ChoiceList */
        ChoiceList: {
            /** @description Button that opens it */
            button: string;
            /** @description Its parts; 10 choices at most over all of them */
            parts: components["schemas"]["ListPart"][];
        };
        /** ConnectEmailAccount */
        ConnectEmailAccount: {
            /**
             * Format: email
             * @description The mailbox
             */
            email: string;
            /**
             * @description Provider
             * @enum {string}
             */
            provider: "gmail";
            /** @description OAuth refresh token */
            refreshToken: string;
        };
        /** ConnectWhatsAppAccount */
        ConnectWhatsAppAccount: {
            /** @description Access token of the number */
            accessToken: string;
            /** @description WhatsApp Business account */
            businessAccountId: string;
            /** @description The business number in any usual form */
            phone: string;
            /** @description WhatsApp identity of the number */
            phoneNumberId: string;
        };
        /** ConversationChanged */
        ConversationChanged: {
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId: string;
            /** @description Labels */
            labels: string[];
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /**
             * @description `open`: the assistant answers; `human`: a person does
             * @enum {string}
             */
            status: "open" | "human" | "closed";
            /** @description Messages of the customer that nobody of the shop has read */
            unread: number;
        };
        /**
         * ConversationChangedEvent
         * @description What an inbox shows of a conversation changed: who answers, labels, read or not; not its messages.
         */
        ConversationChangedEvent: {
            data: components["schemas"]["ConversationChanged"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "conversation.changed";
        };
        /** ConversationHandedOver */
        ConversationHandedOver: {
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId: string;
            /** @description Name of the prospect */
            customerName?: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /** @description Why, in French */
            reason: string;
        };
        /**
         * ConversationHandedOverEvent
         * @description A human is needed in a conversation; the assistant is silent there. Said again when the customer writes on and nobody of the shop reads or answers.
         */
        ConversationHandedOverEvent: {
            data: components["schemas"]["ConversationHandedOver"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "conversation.handed-over";
        };
        /** ConversationPage */
        ConversationPage: {
            /** @description Conversations, last activity first */
            items: components["schemas"]["ConversationView"][];
            /** @description Give it back as `cursor` for the next page; absent on the last */
            nextCursor?: string;
        };
        /** ConversationReport */
        ConversationReport: {
            /** @description Messages, oldest first */
            items: components["schemas"]["ConversationReportLine"][];
            /** @description Give it back as `cursor` for the next page; absent on the last */
            nextCursor?: string;
        };
        /** ConversationReportLine */
        ConversationReportLine: {
            /** @description Message */
            contenu_message: string;
            /**
             * Format: date-time
             * @description When
             */
            date_creation: string;
            /**
             * @description Direction
             * @enum {string}
             */
            direction_message: "entrant" | "sortant";
            /** @description Written by the assistant */
            genere_par_ia: boolean;
            /** @description Client */
            nom_complet?: string;
        };
        /** ConversationRequestPassedOn */
        ConversationRequestPassedOn: {
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId: string;
            /** @description Name of the prospect */
            customerName?: string;
            /**
             * Format: uuid
             * @description The order it is about
             */
            orderId?: string;
            /** @description Its number */
            orderNumber?: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /** @description What she wants, in French */
            wish: string;
        };
        /**
         * ConversationRequestPassedOnEvent
         * @description A customer wants something that only the shop can do (an invoice, an hour of delivery, another means of payment); the assistant goes on answering.
         */
        ConversationRequestPassedOnEvent: {
            data: components["schemas"]["ConversationRequestPassedOn"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "conversation.request-passed-on";
        };
        /** ConversationStarted */
        ConversationStarted: {
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /**
             * Format: uuid
             * @description The seller's WhatsApp account
             */
            whatsappAccountId: string;
        };
        /**
         * ConversationStartedEvent
         * @description A first conversation with a prospect began, or a closed one was reopened.
         */
        ConversationStartedEvent: {
            data: components["schemas"]["ConversationStarted"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "conversation.started";
        };
        /** ConversationView */
        ConversationView: {
            /**
             * Format: date-time
             * @description Began
             */
            createdAt: string;
            /** @description Name of the prospect */
            customerName?: string;
            /** @description Telephone of the prospect */
            customerPhone?: string;
            /** @description Why a human is needed, in French */
            handoverReason?: string;
            /**
             * Format: uuid
             * @description The conversation
             */
            id: string;
            /** @description Labels */
            labels: string[];
            /** @description Last message */
            lastMessage?: string;
            /**
             * Format: date-time
             * @description When it was written
             */
            lastMessageAt?: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /**
             * @description `open`: the assistant answers; `human`: a person does
             * @enum {string}
             */
            status: "open" | "human" | "closed";
            /** @description Messages of the customer that nobody of the shop has read */
            unread: number;
            /** @description Grows with every change; the ETag */
            version: number;
        };
        /** CourierPage */
        CourierPage: {
            /** @description Couriers, newest first */
            items: components["schemas"]["CourierView"][];
            /** @description Give it back as `cursor` for the next page; absent on the last */
            nextCursor?: string;
        };
        /** CourierView */
        CourierView: {
            /** @description Takes deliveries */
            active: boolean;
            /**
             * Format: date-time
             * @description Added
             */
            createdAt: string;
            /** @description Full name */
            fullName: string;
            /**
             * Format: uuid
             * @description The courier
             */
            id: string;
            /** @description Telephone */
            phone: string;
            /** @description Grows with every change; the ETag */
            version: number;
            /** @description Zones covered */
            zones: string[];
        };
        /** CreateApiKey */
        CreateApiKey: {
            /**
             * Format: date-time
             * @description Ends by itself at
             */
            expiresAt?: string;
            /** @description What it is for */
            name: string;
            /** @description What it allows */
            scopes: ("seller:read" | "catalogue:read" | "catalogue:write" | "conversations:read" | "conversations:write" | "orders:read" | "orders:write" | "deliveries:read" | "deliveries:write" | "mails:read" | "mails:write" | "notifications:read" | "notifications:write" | "figures:read" | "events:read" | "webhooks:read" | "webhooks:write")[];
        };
        /** CreatedApiKey */
        CreatedApiKey: {
            /**
             * Format: date-time
             * @description Made
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description The member who made it; absent when he left the team
             */
            createdBy?: string;
            /**
             * Format: date-time
             * @description Ends by itself
             */
            expiresAt?: string;
            /**
             * Format: uuid
             * @description The key
             */
            id: string;
            /** @description The key; it is not shown again: absent when an answer is given again */
            key?: string;
            /**
             * Format: date-time
             * @description Last used, to within a minute
             */
            lastUsedAt?: string;
            /** @description What it is for */
            name: string;
            /** @description How the key begins, to tell one from another */
            prefix: string;
            /**
             * Format: date-time
             * @description Revoked
             */
            revokedAt?: string;
            /** @description What it allows */
            scopes: ("seller:read" | "catalogue:read" | "catalogue:write" | "conversations:read" | "conversations:write" | "orders:read" | "orders:write" | "deliveries:read" | "deliveries:write" | "mails:read" | "mails:write" | "notifications:read" | "notifications:write" | "figures:read" | "events:read" | "webhooks:read" | "webhooks:write")[];
        };
        /** CreateTemplate */
        CreateTemplate: {
            /** @description Text, with `{{1}}` … for what is filled in */
            body: string;
            /**
             * @description Category
             * @enum {string}
             */
            category: "UTILITY" | "MARKETING";
            /** @description An example for each text that is filled in */
            examples: string[];
            /** @description Name: small letters, digits, underscores */
            name: string;
        };
        /** CreateWebhookEndpoint */
        CreateWebhookEndpoint: {
            /** @description What it is for */
            description?: string;
            /** @description Which events */
            events: ("prospect.created" | "prospect.merged" | "conversation.started" | "conversation.changed" | "conversation.handed-over" | "conversation.request-passed-on" | "message.received" | "message.sent" | "message.failed" | "order.drafted" | "order.confirmed" | "order.rejected" | "order.edited" | "order.edit-refused" | "order.payments-changed" | "order.refunds-changed" | "order.status-changed" | "order.cancelled" | "delivery.planned" | "delivery.unassigned" | "delivery.picked-up" | "delivery.attempt-failed" | "delivery.completed" | "delivery.cancelled" | "product.listed" | "product.updated" | "stock.changed" | "stock.low" | "email.received" | "email.analysed" | "notification.sent" | "notification.failed" | "figures.updated")[];
            /** @description Where to post events, https */
            url: string;
        };
        /** Dashboard */
        Dashboard: {
            /** @description How far the deliveries are */
            deliveries: components["schemas"]["DeliveryCounts"];
            /** @description Figures of the last days */
            figures: components["schemas"]["RecentFigures"];
            /** @description What waits in the inbox */
            inbox: components["schemas"]["InboxCounts"];
            /** @description How far the orders are */
            orders: components["schemas"]["OrderCounts"];
            /** @description The shop */
            seller: components["schemas"]["SellerView"];
            /** @description Notices to the seller that he has not read */
            unreadNotices: number;
        };
        /** DashboardReport */
        DashboardReport: {
            /** @description Sum of `montant_total` over all orders */
            chiffre_affaires: number;
            /** @description Deliveries with status `livree` */
            livraisons_livrees: number;
            /** @description Seller, `nom prenom` */
            nom_vendeur: string;
            /** @description Orders */
            nombre_commandes: number;
            /** @description People who wrote */
            nombre_prospects: number;
        };
        /** DeliveryAttemptFailed */
        DeliveryAttemptFailed: {
            /** @description What the courier collects: total of the order + fee − what is paid already */
            amountToCollect: number;
            /** @description Which attempt this was */
            attempt: number;
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId?: string;
            /**
             * Format: uuid
             * @description The courier
             */
            courierId: string;
            /** @description Name of the courier */
            courierName: string;
            /** @description Telephone of the courier */
            courierPhone: string;
            /** @description Name of the customer */
            customerName: string;
            /**
             * Format: uuid
             * @description The delivery
             */
            deliveryId: string;
            /** @description Whom the courier calls */
            deliveryPhone: string;
            /** @description Where it goes */
            destination: string;
            /** @description Why, in French */
            failure: string;
            /** @description Delivery fee */
            fee: number;
            /** @description No attempt follows, the parcel goes back to the seller; else `delivery.planned` says when it is tried again */
            final?: boolean;
            /**
             * Format: uuid
             * @description The order
             */
            orderId: string;
            /** @description Order number */
            orderNumber: string;
            /** @description What is in the parcel, as people read it */
            parcel: string;
            /** @description Where it is collected */
            pickupAddress: string;
            /**
             * Format: date-time
             * @description Planned for
             */
            plannedFor: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
        };
        /**
         * DeliveryAttemptFailedEvent
         * @description The courier could not hand the parcel over.
         */
        DeliveryAttemptFailedEvent: {
            data: components["schemas"]["DeliveryAttemptFailed"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "delivery.attempt-failed";
        };
        /** DeliveryAttemptView */
        DeliveryAttemptView: {
            /** @description Who reported it */
            actor: string;
            /**
             * Format: date-time
             * @description When
             */
            at: string;
            /** @description Why it failed, in French */
            failure: string;
            /** @description Which try */
            number: number;
        };
        /** DeliveryCancelled */
        DeliveryCancelled: {
            /** @description What the courier collects: total of the order + fee − what is paid already */
            amountToCollect: number;
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId?: string;
            /**
             * Format: uuid
             * @description The courier
             */
            courierId: string;
            /** @description Name of the courier */
            courierName: string;
            /** @description Telephone of the courier */
            courierPhone: string;
            /** @description Name of the customer */
            customerName: string;
            /**
             * Format: uuid
             * @description The delivery
             */
            deliveryId: string;
            /** @description Whom the courier calls */
            deliveryPhone: string;
            /** @description Where it goes */
            destination: string;
            /** @description Delivery fee */
            fee: number;
            /**
             * Format: uuid
             * @description The order
             */
            orderId: string;
            /** @description Order number */
            orderNumber: string;
            /** @description What is in the parcel, as people read it */
            parcel: string;
            /** @description Where it is collected */
            pickupAddress: string;
            /**
             * Format: date-time
             * @description Planned for
             */
            plannedFor: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /** @description Why, in French */
            reason: string;
        };
        /**
         * DeliveryCancelledEvent
         * @description A delivery was called off because its order was cancelled.
         */
        DeliveryCancelledEvent: {
            data: components["schemas"]["DeliveryCancelled"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "delivery.cancelled";
        };
        /** DeliveryCompleted */
        DeliveryCompleted: {
            /** @description What the courier collects: total of the order + fee − what is paid already */
            amountToCollect: number;
            /** @description Cash counted */
            collected: number;
            /**
             * Format: date-time
             * @description When
             */
            completedAt: string;
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId?: string;
            /**
             * Format: uuid
             * @description The courier
             */
            courierId: string;
            /** @description Name of the courier */
            courierName: string;
            /** @description Telephone of the courier */
            courierPhone: string;
            /** @description Name of the customer */
            customerName: string;
            /**
             * Format: uuid
             * @description The delivery
             */
            deliveryId: string;
            /** @description Whom the courier calls */
            deliveryPhone: string;
            /** @description Where it goes */
            destination: string;
            /** @description Delivery fee */
            fee: number;
            /**
             * Format: uuid
             * @description The order
             */
            orderId: string;
            /** @description Order number */
            orderNumber: string;
            /** @description What is in the parcel, as people read it */
            parcel: string;
            /** @description Where it is collected */
            pickupAddress: string;
            /**
             * Format: date-time
             * @description Planned for
             */
            plannedFor: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
        };
        /**
         * DeliveryCompletedEvent
         * @description The parcel is with the customer and the cash is counted; also when its order was cancelled meanwhile.
         */
        DeliveryCompletedEvent: {
            data: components["schemas"]["DeliveryCompleted"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "delivery.completed";
        };
        /** DeliveryCounts */
        DeliveryCounts: {
            /** @description Deliveries by status */
            byStatus: components["schemas"]["DeliveryStatusCount"][];
            /** @description Orders that no courier could be found for */
            unassigned: number;
        };
        /** DeliveryDetailView */
        DeliveryDetailView: {
            /** @description What the courier collects */
            amountToCollect: number;
            /** @description Attempts so far */
            attempts: number;
            /** @description Cash counted, once it is completed; couriers may bring less or more than was due */
            collected?: number;
            /**
             * Format: uuid
             * @description The courier
             */
            courierId: string;
            /** @description Courier */
            courierName: string;
            /**
             * Format: date-time
             * @description Created
             */
            createdAt: string;
            /** @description Goes to */
            destination: string;
            /** @description Tries that failed, oldest first */
            failedAttempts: components["schemas"]["DeliveryAttemptView"][];
            /** @description Delivery fee */
            fee: number;
            /** @description History, oldest first */
            history: components["schemas"]["DeliveryStep"][];
            /**
             * Format: uuid
             * @description The delivery
             */
            id: string;
            /**
             * Format: uuid
             * @description The order
             */
            orderId: string;
            /** @description Order number */
            orderNumber: string;
            /** @description Collected at */
            pickupAddress: string;
            /**
             * Format: date-time
             * @description Planned for
             */
            plannedFor: string;
            /** @description Why this courier, in French */
            reason: string;
            /**
             * @description Status
             * @enum {string}
             */
            status: "planned" | "picked-up" | "completed" | "attempt-failed" | "cancelled";
            /** @description Grows with every change; the ETag */
            version: number;
        };
        /** DeliveryPage */
        DeliveryPage: {
            /** @description Deliveries, newest first */
            items: components["schemas"]["DeliveryView"][];
            /** @description Give it back as `cursor` for the next page; absent on the last */
            nextCursor?: string;
        };
        /** DeliveryPickedUp */
        DeliveryPickedUp: {
            /** @description What the courier collects: total of the order + fee − what is paid already */
            amountToCollect: number;
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId?: string;
            /**
             * Format: uuid
             * @description The courier
             */
            courierId: string;
            /** @description Name of the courier */
            courierName: string;
            /** @description Telephone of the courier */
            courierPhone: string;
            /** @description Name of the customer */
            customerName: string;
            /**
             * Format: uuid
             * @description The delivery
             */
            deliveryId: string;
            /** @description Whom the courier calls */
            deliveryPhone: string;
            /** @description Where it goes */
            destination: string;
            /** @description Delivery fee */
            fee: number;
            /**
             * Format: uuid
             * @description The order
             */
            orderId: string;
            /** @description Order number */
            orderNumber: string;
            /** @description What is in the parcel, as people read it */
            parcel: string;
            /**
             * Format: date-time
             * @description When
             */
            pickedUpAt: string;
            /** @description Where it is collected */
            pickupAddress: string;
            /**
             * Format: date-time
             * @description Planned for
             */
            plannedFor: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
        };
        /**
         * DeliveryPickedUpEvent
         * @description The courier has the parcel.
         */
        DeliveryPickedUpEvent: {
            data: components["schemas"]["DeliveryPickedUp"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "delivery.picked-up";
        };
        /** DeliveryPlanned */
        DeliveryPlanned: {
            /** @description What the courier collects: total of the order + fee − what is paid already */
            amountToCollect: number;
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId?: string;
            /**
             * Format: uuid
             * @description The courier
             */
            courierId: string;
            /** @description Name of the courier */
            courierName: string;
            /** @description Telephone of the courier */
            courierPhone: string;
            /** @description Name of the customer */
            customerName: string;
            /**
             * Format: uuid
             * @description The delivery
             */
            deliveryId: string;
            /** @description Whom the courier calls */
            deliveryPhone: string;
            /** @description Where it goes */
            destination: string;
            /** @description Delivery fee */
            fee: number;
            /**
             * Format: uuid
             * @description The order
             */
            orderId: string;
            /** @description Order number */
            orderNumber: string;
            /** @description What is in the parcel, as people read it */
            parcel: string;
            /** @description Where it is collected */
            pickupAddress: string;
            /**
             * Format: date-time
             * @description Planned for
             */
            plannedFor: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /** @description Why this courier, in French */
            reason: string;
        };
        /**
         * DeliveryPlannedEvent
         * @description A courier is assigned to an order, with a slot and a fee; said again when courier, time or order changed.
         */
        DeliveryPlannedEvent: {
            data: components["schemas"]["DeliveryPlanned"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "delivery.planned";
        };
        /** DeliveryStatusCount */
        DeliveryStatusCount: {
            /** @description Deliveries */
            count: number;
            /**
             * @description Status
             * @enum {string}
             */
            status: "planned" | "picked-up" | "completed" | "attempt-failed" | "cancelled";
        };
        /** DeliveryStep */
        DeliveryStep: {
            /** @description Who */
            actor: string;
            /**
             * Format: date-time
             * @description When
             */
            at: string;
            /** @description Cash counted */
            collected?: number;
            /** @description Courier who had it then */
            courierName: string;
            /**
             * @description From
             * @enum {string}
             */
            from: "none" | "planned" | "picked-up" | "completed" | "attempt-failed" | "cancelled";
            /** @description Why, in French */
            reason?: string;
            /**
             * @description To
             * @enum {string}
             */
            to: "planned" | "picked-up" | "completed" | "attempt-failed" | "cancelled";
        };
        /** DeliveryUnassigned */
        DeliveryUnassigned: {
            /** @description The address */
            destination: string;
            /**
             * Format: uuid
             * @description The order
             */
            orderId: string;
            /** @description Order number */
            orderNumber: string;
            /** @description Why, in French */
            reason: string;
        };
        /**
         * DeliveryUnassignedEvent
         * @description No courier covers the address of an order, or its new address; tried again when one frees up.
         */
        DeliveryUnassignedEvent: {
            data: components["schemas"]["DeliveryUnassigned"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "delivery.unassigned";
        };
        /** DeliveryView */
        DeliveryView: {
            /** @description What the courier collects */
            amountToCollect: number;
            /** @description Attempts so far */
            attempts: number;
            /** @description Cash counted, once it is completed; couriers may bring less or more than was due */
            collected?: number;
            /**
             * Format: uuid
             * @description The courier
             */
            courierId: string;
            /** @description Courier */
            courierName: string;
            /**
             * Format: date-time
             * @description Created
             */
            createdAt: string;
            /** @description Goes to */
            destination: string;
            /** @description Delivery fee */
            fee: number;
            /**
             * Format: uuid
             * @description The delivery
             */
            id: string;
            /**
             * Format: uuid
             * @description The order
             */
            orderId: string;
            /** @description Order number */
            orderNumber: string;
            /** @description Collected at */
            pickupAddress: string;
            /**
             * Format: date-time
             * @description Planned for
             */
            plannedFor: string;
            /** @description Why this courier, in French */
            reason: string;
            /**
             * @description Status
             * @enum {string}
             */
            status: "planned" | "picked-up" | "completed" | "attempt-failed" | "cancelled";
            /** @description Grows with every change; the ETag */
            version: number;
        };
        /** DeliveryZones */
        DeliveryZones: {
            /** @description Zones with a price of their own that no active courier covers; kept, and offered to customers once one does */
            uncovered?: components["schemas"]["ZoneFee"][];
            /** @description Zones that an active courier covers */
            zones: components["schemas"]["ZoneFee"][];
        };
        /** EditOrder */
        EditOrder: {
            /** @description Delivery address */
            deliveryAddress?: string;
            /** @description Whom the courier calls */
            deliveryPhone?: string;
            /** @description The lines from now on: all of them */
            lines?: components["schemas"]["AgreedLine"][];
            /** @description Why */
            reason?: string;
        };
        /** EmailAccounts */
        EmailAccounts: {
            /** @description Accounts */
            items: components["schemas"]["EmailAccountView"][];
        };
        /** EmailAccountView */
        EmailAccountView: {
            /**
             * Format: date-time
             * @description Linked
             */
            createdAt: string;
            /**
             * Format: email
             * @description The mailbox
             */
            email: string;
            /**
             * Format: uuid
             * @description The account
             */
            id: string;
            /**
             * @description Provider
             * @enum {string}
             */
            provider: "gmail";
            /**
             * @description State
             * @enum {string}
             */
            status: "connected" | "disconnected";
        };
        /** EmailAccountWithHealth */
        EmailAccountWithHealth: {
            /**
             * Format: date-time
             * @description Linked
             */
            createdAt: string;
            /**
             * Format: email
             * @description The mailbox
             */
            email: string;
            /** @description How well it works; absent when it is disconnected, or was linked a moment ago */
            health?: components["schemas"]["MailboxHealth"];
            /**
             * Format: uuid
             * @description The account
             */
            id: string;
            /**
             * @description Provider
             * @enum {string}
             */
            provider: "gmail";
            /**
             * @description State
             * @enum {string}
             */
            status: "connected" | "disconnected";
        };
        /** EmailActView */
        EmailActView: {
            /**
             * @description What
             * @enum {string}
             */
            act: "reply" | "archive";
            /**
             * Format: date-time
             * @description When it was asked for
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was done
             */
            doneAt?: string;
            /**
             * Format: uuid
             * @description The act
             */
            id: string;
            /** @description What went wrong, in French */
            problem?: string;
            /**
             * @description How far it got
             * @enum {string}
             */
            state: "pending" | "done" | "failed";
        };
        /** EmailAnalysed */
        EmailAnalysed: {
            /**
             * Format: uuid
             * @description The mailbox account
             */
            accountId: string;
            /**
             * @description Suggested action
             * @enum {string}
             */
            action: "repondre_urgent" | "repondre" | "payer" | "verifier" | "lire" | "archiver";
            /**
             * @description Classification
             * @enum {string}
             */
            classification: "urgent" | "commande" | "facture" | "fournisseur" | "client" | "publicite" | "notification" | "autre";
            /** @description Confidence */
            confidence: number;
            /**
             * Format: uuid
             * @description The mail
             */
            emailId: string;
            /** @description Sender */
            from: string;
            /**
             * @description Priority
             * @enum {string}
             */
            priority: "important" | "normal" | "faible";
            /**
             * Format: date-time
             * @description When the mailbox got it
             */
            receivedAt: string;
            /** @description Subject */
            subject: string;
            /** @description Summary */
            summary: string;
        };
        /**
         * EmailAnalysedEvent
         * @description A mail is classified, summarised, and has a suggested action.
         */
        EmailAnalysedEvent: {
            data: components["schemas"]["EmailAnalysed"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "email.analysed";
        };
        /** EmailAnalysisView */
        EmailAnalysisView: {
            /**
             * @description Suggested action
             * @enum {string}
             */
            action: "repondre_urgent" | "repondre" | "payer" | "verifier" | "lire" | "archiver";
            /**
             * Format: date-time
             * @description When
             */
            analysedAt: string;
            /**
             * @description Classification
             * @enum {string}
             */
            classification: "urgent" | "commande" | "facture" | "fournisseur" | "client" | "publicite" | "notification" | "autre";
            /** @description Confidence */
            confidence: number;
            /** @description Summary */
            summary: string;
        };
        /** EmailDetailView */
        EmailDetailView: {
            /**
             * Format: uuid
             * @description The mailbox account
             */
            accountId: string;
            /** @description What was done, oldest first */
            acts: components["schemas"]["EmailActView"][];
            /** @description Analysis, when done */
            analysis?: components["schemas"]["EmailAnalysisView"];
            /**
             * Format: uuid
             * @description The mail
             */
            emailId: string;
            /** @description Sender */
            from: string;
            /** @description Nothing is left to do about it */
            handled: boolean;
            /**
             * Format: uuid
             * @description The mail
             */
            id: string;
            /**
             * @description Priority
             * @enum {string}
             */
            priority: "important" | "normal" | "faible";
            /** @description It has been read */
            read: boolean;
            /**
             * Format: date-time
             * @description When the mailbox got it
             */
            receivedAt: string;
            /** @description Subject */
            subject: string;
            /** @description The mail’s text */
            text: string;
            /** @description The text is longer than what is kept */
            textCut: boolean;
        };
        /** EmailPage */
        EmailPage: {
            /** @description Mails, newest first */
            items: components["schemas"]["EmailView"][];
            /** @description Give it back as `cursor` for the next page; absent on the last */
            nextCursor?: string;
        };
        /** EmailReceived */
        EmailReceived: {
            /**
             * Format: uuid
             * @description The mailbox account
             */
            accountId: string;
            /**
             * Format: uuid
             * @description The mail
             */
            emailId: string;
            /** @description Sender */
            from: string;
            /**
             * @description Priority
             * @enum {string}
             */
            priority: "important" | "normal" | "faible";
            /**
             * Format: date-time
             * @description When the mailbox got it
             */
            receivedAt: string;
            /** @description Subject */
            subject: string;
        };
        /**
         * EmailReceivedEvent
         * @description A mail is stored with its priority.
         */
        EmailReceivedEvent: {
            data: components["schemas"]["EmailReceived"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "email.received";
        };
        /** EmailView */
        EmailView: {
            /**
             * Format: uuid
             * @description The mailbox account
             */
            accountId: string;
            /** @description Analysis, when done */
            analysis?: components["schemas"]["EmailAnalysisView"];
            /**
             * Format: uuid
             * @description The mail
             */
            emailId: string;
            /** @description Sender */
            from: string;
            /** @description Nothing is left to do about it */
            handled: boolean;
            /**
             * Format: uuid
             * @description The mail
             */
            id: string;
            /**
             * @description Priority
             * @enum {string}
             */
            priority: "important" | "normal" | "faible";
            /** @description It has been read */
            read: boolean;
            /**
             * Format: date-time
             * @description When the mailbox got it
             */
            receivedAt: string;
            /** @description Subject */
            subject: string;
        };
        /** EndedSessions */
        EndedSessions: {
            /** @description Sessions that ended */
            ended: number;
        };
        /** ExchangeOrder */
        ExchangeOrder: {
            /** @description What she gets */
            lines: components["schemas"]["AgreedLine"][];
            /** @description Why */
            reason?: string;
            /** @description What she gives back */
            returned: components["schemas"]["ReturnedLine"][];
        };
        /** FiguresRange */
        FiguresRange: {
            /** @description Days with figures, oldest first */
            days: components["schemas"]["FiguresView"][];
        };
        /** FiguresSum */
        FiguresSum: {
            /** @description Mails processed */
            emailsProcessed: number;
            /** @description Messages received */
            messagesReceived: number;
            /** @description Orders created */
            ordersCreated: number;
            /** @description Turnover: totals of the orders created, less those cancelled */
            revenue: number;
        };
        /** FiguresUpdated */
        FiguresUpdated: {
            /**
             * Format: date
             * @description The seller's day
             */
            day: string;
            /** @description Mails processed */
            emailsProcessed: number;
            /** @description Messages received */
            messagesReceived: number;
            /** @description Orders created */
            ordersCreated: number;
            /** @description Turnover of the day: totals of the orders created, less those cancelled */
            revenue: number;
        };
        /**
         * FiguresUpdatedEvent
         * @description A seller's day changed; several changes make one event.
         */
        FiguresUpdatedEvent: {
            data: components["schemas"]["FiguresUpdated"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "figures.updated";
        };
        /** FiguresView */
        FiguresView: {
            /**
             * Format: date
             * @description The seller's day
             */
            day: string;
            /** @description Mails processed */
            emailsProcessed: number;
            /** @description Messages received */
            messagesReceived: number;
            /** @description Orders created */
            ordersCreated: number;
            /** @description Turnover of the day: totals of the orders created, less those cancelled */
            revenue: number;
        };
        /** ImportProblem */
        ImportProblem: {
            /** @description Column */
            column: string;
            /** @description Line of the file, the header being 1 */
            line: number;
            /** @description What is wrong, in French */
            problem: string;
        };
        /** ImportProducts */
        ImportProducts: {
            /** @description The file: UTF-8, comma or semicolon, at most 2,000 lines */
            csv: string;
            /** @description Only say what it would do */
            dryRun?: boolean;
        };
        /** ImportReport */
        ImportReport: {
            /** @description The catalogue was changed */
            applied: boolean;
            /** @description Products that are new */
            created: number;
            /** @description Lines read, header apart */
            lines: number;
            /** @description What is wrong, by line; nothing is written while there is any */
            problems: components["schemas"]["ImportProblem"][];
            /** @description Products that stay as they are */
            unchanged: number;
            /** @description Products that change */
            updated: number;
        };
        /** InboxCounts */
        InboxCounts: {
            /** @description Conversations that wait for a person */
            human: number;
            /** @description Conversations that the assistant answers */
            open: number;
            /** @description Conversations with messages that nobody has read */
            unread: number;
        };
        /** InviteMember */
        InviteMember: {
            /**
             * Format: email
             * @description Sign-in address, unique
             */
            email: string;
            /** @description First name */
            firstName: string;
            /** @description Family name */
            lastName: string;
            /** @description Telephone in any usual form */
            phone: string;
            /**
             * @description Role
             * @enum {string}
             */
            role: "owner" | "agent";
        };
        /** JournalLine */
        JournalLine: {
            /** @description Who */
            actor: string;
            /** @description Chain it belongs to */
            correlationId: string;
            /** @description Event name */
            event: string;
            /**
             * Format: uuid
             * @description The event
             */
            eventId: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /** @description What it is about */
            reference: string;
        };
        /** JournalPage */
        JournalPage: {
            /** @description Lines, newest first */
            items: components["schemas"]["JournalLine"][];
            /** @description Give it back as `cursor` for the next page; absent on the last */
            nextCursor?: string;
        };
        /** LabelConversation */
        LabelConversation: {
            /** @description Labels, each up to 40 characters */
            labels: string[];
        };
        /** Labels */
        Labels: {
            /** @description Labels in use, most used first */
            items: components["schemas"]["LabelView"][];
        };
        /** LabelView */
        LabelView: {
            /** @description Conversations that carry it */
            conversations: number;
            /** @description The label */
            label: string;
        };
        /** ListChoice */
        ListChoice: {
            /** @description What stands under it */
            description?: string;
            /** @description What is tapped */
            title: string;
        };
        /** ListPart */
        ListPart: {
            /** @description Choices */
            choices: components["schemas"]["ListChoice"][];
            /** @description Heading; needed as soon as there are several parts */
            title?: string;
        };
        /** ListProduct */
        ListProduct: {
            /** @description Other names customers use */
            aliases?: string[];
            /** @description Description */
            description?: string;
            /** @description The lowest price of one that the assistant may grant who bargains; none: the price is fixed */
            floorPrice?: number;
            /** @description Alert level */
            lowStockAt?: number;
            /** @description Name */
            name: string;
            /** @description Photos, the first one shown first: ids of uploaded files */
            photos?: string[];
            /** @description The seller’s own reference (SKU) of it, that of a WhatsApp catalogue */
            reference?: string;
            /** @description In stock, for a product without variants */
            stock?: number;
            /** @description Price of one */
            unitPrice: number;
            /** @description Sizes and colours, each with its own stock */
            variants?: components["schemas"]["NewVariant"][];
        };
        /** LocationView */
        LocationView: {
            /** @description Address of the place */
            address?: string;
            /** @description Latitude, degrees */
            latitude: number;
            /** @description Longitude, degrees */
            longitude: number;
            /** @description Name of the place */
            name?: string;
        };
        /** MailboxHealth */
        MailboxHealth: {
            /**
             * Format: date-time
             * @description Last looked into
             */
            lastReadAt?: string;
            /** @description What is wrong, in French */
            problem?: string;
            /**
             * @description `working`, or `reconnect-needed`: only the seller can give a new consent
             * @enum {string}
             */
            state: "working" | "reconnect-needed";
            /**
             * Format: date-time
             * @description Announcements of new mail end at, unless renewed
             */
            watchedUntil?: string;
        };
        /** MarkConversationRead */
        MarkConversationRead: {
            /**
             * Format: uuid
             * @description The last message that was seen; what came after it stays unread
             */
            upToMessageId?: string;
        };
        /** MarkedNotifications */
        MarkedNotifications: {
            /** @description Notices that were unread until now */
            marked: number;
        };
        /** MarkEmail */
        MarkEmail: {
            /** @description Nothing is left to do about it */
            handled?: boolean;
            /** @description It has been read */
            read?: boolean;
        };
        /** MarkNotificationsRead */
        MarkNotificationsRead: {
            /** @description Which; all when absent, none when the list is empty */
            ids?: string[];
        };
        /** MediaView */
        MediaView: {
            /**
             * Format: date-time
             * @description When it came
             */
            createdAt: string;
            /** @description Name of the file */
            fileName?: string;
            /**
             * Format: uuid
             * @description The file; its content is at `/v1/media/{mediaId}`
             */
            id: string;
            /**
             * @description What it is
             * @enum {string}
             */
            kind: "image" | "audio" | "video" | "document" | "sticker";
            /** @description MIME type */
            mimeType?: string;
            /** @description Why it cannot be had, in French */
            problem?: string;
            /** @description Bytes */
            sizeBytes?: number;
            /**
             * @description `pending`: being fetched from WhatsApp; `failed`: it cannot be had
             * @enum {string}
             */
            state: "pending" | "ready" | "failed";
        };
        /** Members */
        Members: {
            /** @description The team, oldest first */
            items: components["schemas"]["MemberView"][];
        };
        /** MemberView */
        MemberView: {
            /**
             * Format: date-time
             * @description Joined
             */
            createdAt: string;
            /**
             * Format: email
             * @description Sign-in address
             */
            email: string;
            /** @description First name */
            firstName: string;
            /**
             * Format: uuid
             * @description The member
             */
            id: string;
            /** @description Family name */
            lastName: string;
            /**
             * Format: date-time
             * @description Last signed in
             */
            lastSeenAt?: string;
            /** @description Telephone, where codes go */
            phone: string;
            /**
             * @description `owner`: may do everything; `agent`: all but accounts, keys and team
             * @enum {string}
             */
            role: "owner" | "agent";
            /**
             * @description `invited` until the first password is set
             * @enum {string}
             */
            status: "invited" | "active";
            /** @description Grows with every change; the ETag */
            version: number;
        };
        /** MergeProspects */
        MergeProspects: {
            /**
             * Format: uuid
             * @description The one that becomes part of it
             */
            otherId: string;
        };
        /** MessageFailed */
        MessageFailed: {
            /** @description Error code */
            code: string;
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId: string;
            /** @description What it means, in French */
            explanation: string;
            /**
             * Format: uuid
             * @description The message
             */
            messageId: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
        };
        /**
         * MessageFailedEvent
         * @description WhatsApp refused a message for good.
         */
        MessageFailedEvent: {
            data: components["schemas"]["MessageFailed"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "message.failed";
        };
        /** MessagePage */
        MessagePage: {
            /** @description Messages, newest first */
            items: components["schemas"]["MessageView"][];
            /** @description Give it back as `cursor` for the next page; absent on the last */
            nextCursor?: string;
        };
        /** MessageReceived */
        MessageReceived: {
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId: string;
            /**
             * Format: uuid
             * @description The message
             */
            messageId: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /**
             * Format: date-time
             * @description When the customer sent it
             */
            sentAt: string;
            /** @description WhatsApp message type */
            type: string;
        };
        /**
         * MessageReceivedEvent
         * @description An inbound message is stored.
         */
        MessageReceivedEvent: {
            data: components["schemas"]["MessageReceived"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "message.received";
        };
        /** MessageSent */
        MessageSent: {
            /** @description Written by the assistant */
            byAssistant: boolean;
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId: string;
            /**
             * Format: uuid
             * @description The message
             */
            messageId: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /** @description WhatsApp message id */
            wamid: string;
        };
        /**
         * MessageSentEvent
         * @description WhatsApp took a message to a customer.
         */
        MessageSentEvent: {
            data: components["schemas"]["MessageSent"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "message.sent";
        };
        /** MessageView */
        MessageView: {
            /** @description Who of the shop wrote it here: `seller:…`, `member:…`, `api-key:…` */
            author?: string;
            /** @description Written by the assistant */
            byAssistant: boolean;
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId: string;
            /**
             * Format: date-time
             * @description When
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When its author took it back; its text is gone
             */
            deletedAt?: string;
            /**
             * @description Direction
             * @enum {string}
             */
            direction: "inbound" | "outbound";
            /**
             * Format: date-time
             * @description When its author corrected it last; the text is the corrected one
             */
            editedAt?: string;
            /**
             * Format: uuid
             * @description The message
             */
            id: string;
            /** @description The place, of a message that is one */
            location?: components["schemas"]["LocationView"];
            /** @description The photo, voice note, video or document that came with it */
            media?: components["schemas"]["MediaView"];
            /** @description What went wrong, in French */
            problem?: string;
            /** @description Reactions that stand, one of each side at most */
            reactions?: components["schemas"]["ReactionView"][];
            /**
             * Format: uuid
             * @description The message it quotes, when it is one of this conversation
             */
            replyTo?: string;
            /**
             * @description How far it got
             * @enum {string}
             */
            state: "received" | "pending" | "sending" | "sent" | "delivered" | "read" | "failed" | "unknown";
            /** @description Text as people read it */
            text: string;
            /** @description WhatsApp message type */
            type: string;
        };
        /** MeView */
        MeView: {
            /** @description The member who is signed in; absent for a program with a key */
            member?: components["schemas"]["MemberView"];
            /** @description What a program with a key may do; absent for people */
            scopes?: ("seller:read" | "catalogue:read" | "catalogue:write" | "conversations:read" | "conversations:write" | "orders:read" | "orders:write" | "deliveries:read" | "deliveries:write" | "mails:read" | "mails:write" | "notifications:read" | "notifications:write" | "figures:read" | "events:read" | "webhooks:read" | "webhooks:write")[];
            /** @description The shop */
            seller: components["schemas"]["SellerView"];
        };
        /** MoveOrder */
        MoveOrder: {
            /**
             * @description New status
             * @enum {string}
             */
            to: "preparing" | "ready" | "returned";
        };
        /** NewVariant */
        NewVariant: {
            /** @description Colour */
            color?: string;
            /** @description The lowest price of one that the assistant may grant who bargains; the product's when absent */
            floorPrice?: number;
            /** @description The seller’s own reference (SKU) of it, that of a WhatsApp catalogue */
            reference?: string;
            /** @description Size */
            size?: string;
            /** @description In stock */
            stock: number;
            /** @description Price of one; the product's when absent */
            unitPrice?: number;
        };
        /** NotePage */
        NotePage: {
            /** @description Notes, newest first */
            items: components["schemas"]["NoteView"][];
            /** @description Give it back as `cursor` for the next page; absent on the last */
            nextCursor?: string;
        };
        /** NoteView */
        NoteView: {
            /** @description Who wrote it */
            author: string;
            /**
             * Format: date-time
             * @description When
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description The note
             */
            id: string;
            /** @description What it says */
            text: string;
        };
        /** NoticePreference */
        NoticePreference: {
            /** @description Kind, e.g. `nouvelle_commande` */
            kind: string;
            /** @description By WhatsApp; when not, only in the list of notices */
            whatsapp: boolean;
        };
        /** NoticePreferences */
        NoticePreferences: {
            /** @description One for each kind of notice to the seller */
            items: components["schemas"]["NoticePreferenceView"][];
            /** @description Grows with every change; the ETag */
            version: number;
        };
        /** NoticePreferenceView */
        NoticePreferenceView: {
            /** @description It cannot be turned off */
            fixed: boolean;
            /** @description Kind, e.g. `nouvelle_commande` */
            kind: string;
            /** @description What it is about, in French */
            title: string;
            /** @description By WhatsApp; when not, only in the list of notices */
            whatsapp: boolean;
        };
        /** NotificationFailed */
        NotificationFailed: {
            /**
             * @description Channel
             * @enum {string}
             */
            channel: "whatsapp" | "email" | "app";
            /** @description Error code */
            code: string;
            /** @description What it means, in French */
            explanation: string;
            /** @description Kind, e.g. `nouvelle_commande` */
            kind: string;
            /**
             * Format: uuid
             * @description The notification
             */
            notificationId: string;
            /**
             * @description To whom
             * @enum {string}
             */
            recipient: "seller" | "customer" | "courier";
            /**
             * Format: uuid
             * @description What it is about
             */
            referenceId?: string;
            /** @description Type of what it is about: `commande`, `livraison`, `email` … */
            referenceType?: string;
        };
        /**
         * NotificationFailedEvent
         * @description Every channel refused a notice.
         */
        NotificationFailedEvent: {
            data: components["schemas"]["NotificationFailed"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "notification.failed";
        };
        /** NotificationPage */
        NotificationPage: {
            /** @description Notices, newest first */
            items: components["schemas"]["NotificationView"][];
            /** @description Give it back as `cursor` for the next page; absent on the last */
            nextCursor?: string;
        };
        /** NotificationSent */
        NotificationSent: {
            /**
             * @description Channel
             * @enum {string}
             */
            channel: "whatsapp" | "email" | "app";
            /** @description Kind, e.g. `nouvelle_commande` */
            kind: string;
            /**
             * Format: uuid
             * @description The notification
             */
            notificationId: string;
            /**
             * @description To whom
             * @enum {string}
             */
            recipient: "seller" | "customer" | "courier";
            /**
             * Format: uuid
             * @description What it is about
             */
            referenceId?: string;
            /** @description Type of what it is about: `commande`, `livraison`, `email` … */
            referenceType?: string;
        };
        /**
         * NotificationSentEvent
         * @description A channel took a notice.
         */
        NotificationSentEvent: {
            data: components["schemas"]["NotificationSent"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "notification.sent";
        };
        /** NotificationView */
        NotificationView: {
            /**
             * @description Channel
             * @enum {string}
             */
            channel: "whatsapp" | "email" | "app";
            /** @description Content */
            content: string;
            /**
             * Format: date-time
             * @description Created
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description The notification
             */
            id: string;
            /** @description Kind */
            kind: string;
            /** @description What went wrong, in French */
            problem?: string;
            /** @description The seller has read it in the app; absent for notices to others */
            read?: boolean;
            /**
             * @description To whom
             * @enum {string}
             */
            recipient: "seller" | "customer" | "courier";
            /**
             * Format: uuid
             * @description What it is about
             */
            referenceId?: string;
            /** @description Type of what it is about */
            referenceType?: string;
            /**
             * @description How far it got
             * @enum {string}
             */
            state: "pending" | "sending" | "sent" | "delivered" | "read" | "failed" | "unknown";
            /** @description Title */
            title: string;
        };
        /** OpeningSlot */
        OpeningSlot: {
            /** @description Until, `HH:MM`; `24:00` for midnight */
            closes: string;
            /** @description From, `HH:MM` */
            opens: string;
            /** @description Day of the week: 1 Monday to 7 Sunday */
            weekday: number;
        };
        /** OpeningSlot */
        OpeningSlotInput: {
            /** @description Until, `HH:MM`; `24:00` for midnight */
            closes: string;
            /** @description From, `HH:MM` */
            opens: string;
            /** @description Day of the week: 1 Monday to 7 Sunday */
            weekday: number;
        };
        /** OpenSessions */
        OpenSessions: {
            /** @description Sessions, last used first */
            items: components["schemas"]["OpenSessionView"][];
        };
        /** OpenSessionView */
        OpenSessionView: {
            /** @description Network address it was last used from */
            address?: string;
            /**
             * Format: date-time
             * @description Signed in
             */
            createdAt: string;
            /** @description The one this request was made with */
            current: boolean;
            /**
             * Format: uuid
             * @description The session
             */
            id: string;
            /**
             * Format: date-time
             * @description Last renewed
             */
            lastUsedAt: string;
            /** @description Program that signed in, as it names itself */
            userAgent?: string;
        };
        /** OrderCancelled */
        OrderCancelled: {
            /**
             * Format: uuid
             * @description The agreement it came from, when the assistant took it
             */
            agreementId?: string;
            /**
             * @description Who
             * @enum {string}
             */
            cancelledBy: "customer" | "seller" | "system";
            /**
             * Format: uuid
             * @description The conversation, when it came from one
             */
            conversationId?: string;
            /** @description Name of the customer */
            customerName: string;
            /** @description Telephone of the customer */
            customerPhone: string;
            /** @description Delivery address */
            deliveryAddress: string;
            /** @description Delivery fee that the customer was told; absent: what her zone costs */
            deliveryFee?: number;
            /** @description Whom the courier calls */
            deliveryPhone: string;
            /**
             * Format: uuid
             * @description The order whose goods she gives back for these
             */
            exchangeOf?: string;
            /** @description Lines */
            lines: components["schemas"]["OrderLine"][];
            /**
             * Format: uuid
             * @description The order
             */
            orderId: string;
            /** @description Number the seller sees, `CMD-YYYYMMDD-NNNNNN` */
            orderNumber: string;
            /** @description Paid so far: deposits, and goods given back in an exchange, less what was sent back; absent: nothing */
            paid?: number;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /** @description Why, in French */
            reason: string;
            /** @description Sum of the lines; the delivery fee is apart */
            total: number;
            /** @description It was only written down: nobody was told of it and nothing was reserved */
            wasDraft?: boolean;
        };
        /**
         * OrderCancelledEvent
         * @description An order was cancelled and its stock released.
         */
        OrderCancelledEvent: {
            data: components["schemas"]["OrderCancelled"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "order.cancelled";
        };
        /** OrderConfirmed */
        OrderConfirmed: {
            /**
             * Format: uuid
             * @description The agreement it came from, when the assistant took it
             */
            agreementId?: string;
            /**
             * Format: date-time
             * @description When
             */
            confirmedAt: string;
            /**
             * Format: uuid
             * @description The conversation, when it came from one
             */
            conversationId?: string;
            /** @description Name of the customer */
            customerName: string;
            /** @description Telephone of the customer */
            customerPhone: string;
            /** @description Delivery address */
            deliveryAddress: string;
            /** @description Delivery fee that the customer was told; absent: what her zone costs */
            deliveryFee?: number;
            /** @description Whom the courier calls */
            deliveryPhone: string;
            /**
             * Format: uuid
             * @description The order whose goods she gives back for these
             */
            exchangeOf?: string;
            /** @description Lines */
            lines: components["schemas"]["OrderLine"][];
            /**
             * Format: uuid
             * @description The order
             */
            orderId: string;
            /** @description Number the seller sees, `CMD-YYYYMMDD-NNNNNN` */
            orderNumber: string;
            /** @description Paid so far: deposits, and goods given back in an exchange, less what was sent back; absent: nothing */
            paid?: number;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /** @description Sum of the lines; the delivery fee is apart */
            total: number;
        };
        /**
         * OrderConfirmedEvent
         * @description An order is priced from the catalogue, its stock is reserved and it has its number.
         */
        OrderConfirmedEvent: {
            data: components["schemas"]["OrderConfirmed"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "order.confirmed";
        };
        /** OrderCounts */
        OrderCounts: {
            /** @description Orders by status, those that are over included */
            byStatus: components["schemas"]["OrderStatusCount"][];
            /** @description Products on sale at or below their alert level */
            lowProducts: number;
        };
        /** OrderDetailView */
        OrderDetailView: {
            /** @description What is left to collect: total + fee − paid, never below 0 */
            amountToCollect: number;
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId?: string;
            /**
             * Format: date-time
             * @description Created
             */
            createdAt: string;
            /** @description Customer */
            customerName: string;
            /** @description Telephone of the customer; absent once he is forgotten */
            customerPhone?: string;
            /** @description Delivery address */
            deliveryAddress: string;
            /** @description Delivery fee: what the customer was told, then what the planned delivery costs; absent while neither is known */
            deliveryFee?: number;
            /** @description Whom the courier calls; absent once the customer is forgotten */
            deliveryPhone?: string;
            /**
             * Format: uuid
             * @description The order whose goods she gives back for these
             */
            exchangeOf?: string;
            /** @description History, oldest first */
            history: components["schemas"]["OrderStep"][];
            /**
             * Format: uuid
             * @description The order
             */
            id: string;
            /** @description Lines */
            lines: components["schemas"]["OrderLine"][];
            /** @description Number, `CMD-YYYYMMDD-NNNNNN` */
            number: string;
            /** @description Paid so far, less what was sent back */
            paid: number;
            /** @description Payments, oldest first, those struck out included */
            payments: components["schemas"]["PaymentView"][];
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /** @description Sent back to the customer so far; absent: nothing */
            refunded?: number;
            /** @description What was sent back to the customer, oldest first, what was struck out included */
            refunds: components["schemas"]["RefundView"][];
            /**
             * @description Status
             * @enum {string}
             */
            status: "draft" | "confirmed" | "preparing" | "ready" | "out-for-delivery" | "delivered" | "cancelled" | "returned" | "delivery-failed";
            /** @description What the shop owes the customer back: paid − total − fee, when that is more than 0 */
            toRefund?: number;
            /** @description Sum of the lines, delivery fee apart */
            total: number;
            /** @description Grows with every change; the ETag */
            version: number;
        };
        /** OrderDrafted */
        OrderDrafted: {
            /**
             * Format: uuid
             * @description The agreement it came from, when the assistant took it
             */
            agreementId?: string;
            /**
             * Format: uuid
             * @description The conversation, when it came from one
             */
            conversationId?: string;
            /** @description Name of the customer */
            customerName: string;
            /** @description Telephone of the customer */
            customerPhone: string;
            /** @description Delivery address */
            deliveryAddress: string;
            /** @description Delivery fee that the customer was told; absent: what her zone costs */
            deliveryFee?: number;
            /** @description Whom the courier calls */
            deliveryPhone: string;
            /**
             * Format: uuid
             * @description The order whose goods she gives back for these
             */
            exchangeOf?: string;
            /** @description Lines */
            lines: components["schemas"]["OrderLine"][];
            /**
             * Format: uuid
             * @description The order
             */
            orderId: string;
            /** @description Number the seller sees, `CMD-YYYYMMDD-NNNNNN` */
            orderNumber: string;
            /** @description Paid so far: deposits, and goods given back in an exchange, less what was sent back; absent: nothing */
            paid?: number;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /** @description Sum of the lines; the delivery fee is apart */
            total: number;
        };
        /**
         * OrderDraftedEvent
         * @description The shop wrote an order down without confirming it: priced and numbered, nothing is reserved.
         */
        OrderDraftedEvent: {
            data: components["schemas"]["OrderDrafted"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "order.drafted";
        };
        /** OrderEdited */
        OrderEdited: {
            /**
             * Format: uuid
             * @description The agreement it came from, when the assistant took it
             */
            agreementId?: string;
            /** @description The customer asked for it in the conversation, where she is told that it is done; absent: the shop did it */
            byCustomer?: boolean;
            /**
             * Format: uuid
             * @description The conversation, when it came from one
             */
            conversationId?: string;
            /** @description Name of the customer */
            customerName: string;
            /** @description Telephone of the customer */
            customerPhone: string;
            /** @description Delivery address */
            deliveryAddress: string;
            /** @description Delivery fee that the customer was told; absent: what her zone costs */
            deliveryFee?: number;
            /** @description Whom the courier calls */
            deliveryPhone: string;
            /**
             * Format: uuid
             * @description The order whose goods she gives back for these
             */
            exchangeOf?: string;
            /** @description Lines */
            lines: components["schemas"]["OrderLine"][];
            /**
             * Format: uuid
             * @description The order
             */
            orderId: string;
            /** @description Number the seller sees, `CMD-YYYYMMDD-NNNNNN` */
            orderNumber: string;
            /** @description Paid so far: deposits, and goods given back in an exchange, less what was sent back; absent: nothing */
            paid?: number;
            /** @description The total before */
            previousTotal: number;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /** @description Why, in French */
            reason?: string;
            /** @description Sum of the lines; the delivery fee is apart */
            total: number;
        };
        /**
         * OrderEditedEvent
         * @description The seller, or the customer who asked for it, changed an order that has not left: lines, address or telephone; its stock and total follow.
         */
        OrderEditedEvent: {
            data: components["schemas"]["OrderEdited"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "order.edited";
        };
        /** OrderEditRefused */
        OrderEditRefused: {
            /** @description What could be sold instead */
            alternatives: components["schemas"]["SellableItem"][];
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId?: string;
            /**
             * Format: uuid
             * @description The order
             */
            orderId: string;
            /** @description Order number */
            orderNumber: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /** @description What she had asked, in French */
            reason: string;
            /** @description Lines that failed; absent where no line is at fault */
            refused?: components["schemas"]["RefusedLine"][];
            /**
             * @description How far the order is
             * @enum {string}
             */
            status: "draft" | "confirmed" | "preparing" | "ready" | "out-for-delivery" | "delivered" | "cancelled" | "returned" | "delivery-failed";
            /**
             * @description Why: `left` the shop, `over`, or what is wrong with its goods
             * @enum {string}
             */
            why: "left" | "over" | "out-of-stock" | "unknown-product" | "price-changed";
        };
        /**
         * OrderEditRefusedEvent
         * @description The customer asked for a change of an order that cannot be made: it has left or is over, or what she wants is not there at that price.
         */
        OrderEditRefusedEvent: {
            data: components["schemas"]["OrderEditRefused"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "order.edit-refused";
        };
        /** OrderLine */
        OrderLine: {
            /** @description Price of one that the customer agreed to, when it may differ from the catalogue: shown in her recap, granted down to the floor price */
            agreedPrice?: number;
            /** @description Colour the customer asked for, when the product has no variants */
            color?: string;
            /** @description unitPrice × quantity */
            lineTotal: number;
            /**
             * Format: uuid
             * @description Product
             */
            productId: string;
            /** @description Product name */
            productName: string;
            /** @description How many */
            quantity: number;
            /** @description Size the customer asked for, when the product has no variants */
            size?: string;
            /** @description Price of one */
            unitPrice: number;
            /**
             * Format: uuid
             * @description Variant, when the product has variants
             */
            variantId?: string;
        };
        /** OrderPage */
        OrderPage: {
            /** @description Orders, newest first */
            items: components["schemas"]["OrderView"][];
            /** @description Give it back as `cursor` for the next page; absent on the last */
            nextCursor?: string;
        };
        /** OrderPaymentsChanged */
        OrderPaymentsChanged: {
            /** @description Its amount */
            amount: number;
            /** @description What is left to collect by now, the delivery fee included where it is known */
            amountToCollect?: number;
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId?: string;
            /** @description Delivery fee, where it is known */
            deliveryFee?: number;
            /**
             * Format: uuid
             * @description The delivery whose courier brought it
             */
            deliveryId?: string;
            /**
             * @description How it was paid
             * @enum {string}
             */
            method: "cash" | "wave" | "orange-money" | "mtn-money" | "moov-money" | "exchange";
            /**
             * Format: uuid
             * @description The order
             */
            orderId: string;
            /** @description Order number */
            orderNumber: string;
            /** @description Paid so far for the order, this change included */
            paid: number;
            /**
             * Format: uuid
             * @description The payment
             */
            paymentId: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /** @description It was struck out; else recorded */
            voided: boolean;
        };
        /**
         * OrderPaymentsChangedEvent
         * @description Money for an order was recorded, or a record of it struck out: what is left to collect follows.
         */
        OrderPaymentsChangedEvent: {
            data: components["schemas"]["OrderPaymentsChanged"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "order.payments-changed";
        };
        /** OrderRefundsChanged */
        OrderRefundsChanged: {
            /** @description Its amount */
            amount: number;
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId?: string;
            /**
             * @description How it was sent back
             * @enum {string}
             */
            method: "cash" | "wave" | "orange-money" | "mtn-money" | "moov-money";
            /**
             * Format: uuid
             * @description The order
             */
            orderId: string;
            /** @description Order number */
            orderNumber: string;
            /** @description Paid so far for the order, less what was sent back, this change included */
            paid: number;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /**
             * Format: uuid
             * @description The refund
             */
            refundId: string;
            /** @description What is still to be sent back; absent: nothing */
            toRefund?: number;
            /** @description It was struck out; else recorded */
            voided: boolean;
        };
        /**
         * OrderRefundsChangedEvent
         * @description Money of an order was sent back to the customer, or a record of that struck out: what is left to send back follows.
         */
        OrderRefundsChangedEvent: {
            data: components["schemas"]["OrderRefundsChanged"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "order.refunds-changed";
        };
        /** OrderRejected */
        OrderRejected: {
            /**
             * Format: uuid
             * @description The agreement
             */
            agreementId: string;
            /** @description What could be sold instead */
            alternatives: components["schemas"]["SellableItem"][];
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /**
             * @description Why
             * @enum {string}
             */
            reason: "out-of-stock" | "unknown-product" | "price-changed";
            /** @description Lines that failed */
            refused: components["schemas"]["RefusedLine"][];
        };
        /**
         * OrderRejectedEvent
         * @description An agreement could not become an order: out of stock, unknown product, or dearer than agreed.
         */
        OrderRejectedEvent: {
            data: components["schemas"]["OrderRejected"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "order.rejected";
        };
        /** OrdersReport */
        OrdersReport: {
            /** @description Order lines, newest order first */
            items: components["schemas"]["OrdersReportLine"][];
            /** @description Give it back as `cursor` for the next page; absent on the last */
            nextCursor?: string;
        };
        /** OrdersReportLine */
        OrdersReportLine: {
            /** @description Client */
            nom_complet?: string;
            /** @description Product */
            nom_produit: string;
            /** @description Seller, `nom prenom` */
            nom_vendeur: string;
            /** @description Order number */
            numero_commande: string;
            /** @description Quantity */
            quantite_commandee: number;
            /** @description Status of the order, as stored */
            statut_commande: string;
            /** @description Status of the delivery, as stored; absent while there is none */
            statut_livraison?: string;
        };
        /** OrderStatusChanged */
        OrderStatusChanged: {
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId?: string;
            /**
             * @description Before
             * @enum {string}
             */
            from: "draft" | "confirmed" | "preparing" | "ready" | "out-for-delivery" | "delivered" | "cancelled" | "returned" | "delivery-failed";
            /**
             * Format: uuid
             * @description The order
             */
            orderId: string;
            /** @description Order number */
            orderNumber: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /** @description Why, in French */
            reason?: string;
            /**
             * @description Now
             * @enum {string}
             */
            to: "draft" | "confirmed" | "preparing" | "ready" | "out-for-delivery" | "delivered" | "cancelled" | "returned" | "delivery-failed";
        };
        /**
         * OrderStatusChangedEvent
         * @description An order moved on: preparing, ready, out for delivery, delivered, failed or returned.
         */
        OrderStatusChangedEvent: {
            data: components["schemas"]["OrderStatusChanged"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "order.status-changed";
        };
        /** OrderStatusCount */
        OrderStatusCount: {
            /** @description Orders */
            count: number;
            /**
             * @description Status
             * @enum {string}
             */
            status: "draft" | "confirmed" | "preparing" | "ready" | "out-for-delivery" | "delivered" | "cancelled" | "returned" | "delivery-failed";
        };
        /** OrderStep */
        OrderStep: {
            /** @description Who */
            actor: string;
            /**
             * Format: date-time
             * @description When
             */
            at: string;
            /**
             * @description From
             * @enum {string}
             */
            from: "none" | "draft" | "confirmed" | "preparing" | "ready" | "out-for-delivery" | "delivered" | "cancelled" | "returned" | "delivery-failed";
            /** @description Why */
            reason?: string;
            /**
             * @description To
             * @enum {string}
             */
            to: "draft" | "confirmed" | "preparing" | "ready" | "out-for-delivery" | "delivered" | "cancelled" | "returned" | "delivery-failed";
        };
        /** OrderTimeline */
        OrderTimeline: {
            /** @description Steps, oldest first */
            items: components["schemas"]["TimelineStep"][];
        };
        /** OrderView */
        OrderView: {
            /** @description What is left to collect: total + fee − paid, never below 0 */
            amountToCollect: number;
            /**
             * Format: uuid
             * @description The conversation
             */
            conversationId?: string;
            /**
             * Format: date-time
             * @description Created
             */
            createdAt: string;
            /** @description Customer */
            customerName: string;
            /** @description Telephone of the customer; absent once he is forgotten */
            customerPhone?: string;
            /** @description Delivery address */
            deliveryAddress: string;
            /** @description Delivery fee: what the customer was told, then what the planned delivery costs; absent while neither is known */
            deliveryFee?: number;
            /** @description Whom the courier calls; absent once the customer is forgotten */
            deliveryPhone?: string;
            /**
             * Format: uuid
             * @description The order whose goods she gives back for these
             */
            exchangeOf?: string;
            /**
             * Format: uuid
             * @description The order
             */
            id: string;
            /** @description Lines */
            lines: components["schemas"]["OrderLine"][];
            /** @description Number, `CMD-YYYYMMDD-NNNNNN` */
            number: string;
            /** @description Paid so far, less what was sent back */
            paid: number;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /** @description Sent back to the customer so far; absent: nothing */
            refunded?: number;
            /**
             * @description Status
             * @enum {string}
             */
            status: "draft" | "confirmed" | "preparing" | "ready" | "out-for-delivery" | "delivered" | "cancelled" | "returned" | "delivery-failed";
            /** @description What the shop owes the customer back: paid − total − fee, when that is more than 0 */
            toRefund?: number;
            /** @description Sum of the lines, delivery fee apart */
            total: number;
            /** @description Grows with every change; the ETag */
            version: number;
        };
        /** PaymentView */
        PaymentView: {
            /** @description Who recorded it */
            actor: string;
            /** @description Amount */
            amount: number;
            /**
             * Format: date-time
             * @description When
             */
            at: string;
            /**
             * Format: uuid
             * @description The delivery whose courier brought it
             */
            deliveryId?: string;
            /**
             * Format: uuid
             * @description The payment
             */
            id: string;
            /**
             * @description How it was paid
             * @enum {string}
             */
            method: "cash" | "wave" | "orange-money" | "mtn-money" | "moov-money" | "exchange";
            /** @description The operator's transaction number */
            reference?: string;
            /**
             * Format: date-time
             * @description Struck out
             */
            voidedAt?: string;
            /** @description Why it was struck out */
            voidReason?: string;
        };
        /** PlaceOrder */
        PlaceOrder: {
            /** @description Customer */
            customerName: string;
            /** @description Telephone of the customer, any usual form */
            customerPhone: string;
            /** @description Delivery address */
            deliveryAddress: string;
            /** @description Whom the courier calls; the customer when absent */
            deliveryPhone?: string;
            /** @description Only write it down: nothing is reserved until it is confirmed */
            draft?: boolean;
            /** @description Lines */
            lines: components["schemas"]["AgreedLine"][];
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
        };
        /**
         * Problem
         * @description RFC 9457
         */
        Problem: {
            /** @description Stable code, for programs */
            code: string;
            /** @description The chain that the request belongs to */
            correlation_id: string;
            /** @description French, for people */
            detail: string;
            /** @description Facts of the case, e.g. `{"asked": 12, "available": 10}` */
            facts?: Record<string, never>;
            /** @description What is wrong with which field */
            fields?: {
                /** @description Path of the field, e.g. `lines.0.quantity` */
                field: string;
                /** @description What is wrong with it */
                problem: string;
            }[];
            /** @description HTTP status */
            status: number;
            /** @description Name of the HTTP status */
            title: string;
            /** @description W3C trace id */
            trace_id: string;
            /** @description URN of the problem */
            type: string;
        };
        /** ProductListed */
        ProductListed: {
            /** @description On sale */
            active: boolean;
            /** @description Other names customers use */
            aliases: string[];
            /** @description Left to sell over all variants */
            available: number;
            /** @description Description */
            description?: string;
            /** @description The lowest price of one that the assistant may grant who bargains; none: the price is fixed */
            floorPrice?: number;
            /** @description Name */
            name: string;
            /** @description Photos, the first one shown first: ids of uploaded files */
            photos?: string[];
            /**
             * Format: uuid
             * @description Product
             */
            productId: string;
            /** @description The seller’s own reference (SKU) of it, that of a WhatsApp catalogue */
            reference?: string;
            /** @description Price of one, for variants without a price of their own */
            unitPrice: number;
            /** @description Variants; empty when the product has none */
            variants: components["schemas"]["VariantFacts"][];
        };
        /**
         * ProductListedEvent
         * @description A seller put a product on sale.
         */
        ProductListedEvent: {
            data: components["schemas"]["ProductListed"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "product.listed";
        };
        /** ProductPage */
        ProductPage: {
            /** @description Products, newest first */
            items: components["schemas"]["ProductView"][];
            /** @description Give it back as `cursor` for the next page; absent on the last */
            nextCursor?: string;
        };
        /** ProductUpdated */
        ProductUpdated: {
            /** @description On sale */
            active: boolean;
            /** @description Other names customers use */
            aliases: string[];
            /** @description Left to sell over all variants */
            available: number;
            /** @description Description */
            description?: string;
            /** @description The lowest price of one that the assistant may grant who bargains; none: the price is fixed */
            floorPrice?: number;
            /** @description Name */
            name: string;
            /** @description Photos, the first one shown first: ids of uploaded files */
            photos?: string[];
            /**
             * Format: uuid
             * @description Product
             */
            productId: string;
            /** @description The seller’s own reference (SKU) of it, that of a WhatsApp catalogue */
            reference?: string;
            /** @description Price of one, for variants without a price of their own */
            unitPrice: number;
            /** @description Variants; empty when the product has none */
            variants: components["schemas"]["VariantFacts"][];
        };
        /**
         * ProductUpdatedEvent
         * @description A product changed: name, price, variants, on sale or not.
         */
        ProductUpdatedEvent: {
            data: components["schemas"]["ProductUpdated"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "product.updated";
        };
        /** ProductView */
        ProductView: {
            /** @description On sale */
            active: boolean;
            /** @description Other names customers use */
            aliases: string[];
            /**
             * Format: date-time
             * @description Listed
             */
            createdAt: string;
            /** @description Description */
            description?: string;
            /** @description The lowest price of one that the assistant may grant who bargains; none: the price is fixed */
            floorPrice?: number;
            /**
             * Format: uuid
             * @description The product
             */
            id: string;
            /** @description Alert level */
            lowStockAt?: number;
            /** @description Name */
            name: string;
            /** @description Photos, the first one shown first: ids of uploaded files */
            photos: string[];
            /** @description The seller’s own reference (SKU) of it, that of a WhatsApp catalogue */
            reference?: string;
            /** @description Reserved for confirmed orders */
            reserved: number;
            /** @description In stock, over all variants */
            stock: number;
            /** @description Price of one */
            unitPrice: number;
            /** @description Variants */
            variants: components["schemas"]["VariantView"][];
            /** @description Grows with every change; the ETag */
            version: number;
        };
        /** ProspectCreated */
        ProspectCreated: {
            /** @description Headline of the ad */
            adHeadline?: string;
            /** @description The ad he tapped */
            adId?: string;
            /** @description Name on the WhatsApp profile */
            fullName?: string;
            /** @description Telephone, when WhatsApp gave it */
            phone?: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            prospectId: string;
            /** @description Where he came from: `pub_facebook`, `direct` … */
            source: string;
        };
        /**
         * ProspectCreatedEvent
         * @description A new person wrote to a seller.
         */
        ProspectCreatedEvent: {
            data: components["schemas"]["ProspectCreated"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "prospect.created";
        };
        /** ProspectMerged */
        ProspectMerged: {
            /**
             * Format: uuid
             * @description The one that is gone
             */
            mergedId: string;
            /**
             * Format: uuid
             * @description The one that stays
             */
            prospectId: string;
        };
        /**
         * ProspectMergedEvent
         * @description Two prospects were one person: what is the other’s is this one’s now.
         */
        ProspectMergedEvent: {
            data: components["schemas"]["ProspectMerged"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "prospect.merged";
        };
        /** ProspectPage */
        ProspectPage: {
            /** @description Prospects, newest first */
            items: components["schemas"]["ProspectView"][];
            /** @description Give it back as `cursor` for the next page; absent on the last */
            nextCursor?: string;
        };
        /** ProspectView */
        ProspectView: {
            /** @description Id of the tap on it, as the advertiser reports a sale to Meta with it (`ctwa_clid`) */
            adClickId?: string;
            /** @description Headline of the ad */
            adHeadline?: string;
            /** @description The ad he tapped */
            adId?: string;
            /** @description Address of the ad */
            adUrl?: string;
            /**
             * Format: date-time
             * @description First message
             */
            createdAt: string;
            /** @description Name */
            fullName?: string;
            /**
             * Format: uuid
             * @description The prospect
             */
            id: string;
            /**
             * Format: date-time
             * @description When he last came by an ad
             */
            lastAdAt?: string;
            /** @description Id of his last tap on an ad (`ctwa_clid`) */
            lastAdClickId?: string;
            /** @description Headline of the ad he tapped last */
            lastAdHeadline?: string;
            /** @description The ad he tapped last */
            lastAdId?: string;
            /** @description Address of the ad he tapped last */
            lastAdUrl?: string;
            /**
             * Format: date-time
             * @description Last message in either direction
             */
            lastMessageAt?: string;
            /**
             * Format: date-time
             * @description Since when he wants no more messages
             */
            optedOutAt?: string;
            /** @description Further numbers that are his, E.164: of prospects who were merged into him */
            otherPhones?: string[];
            /** @description Telephone */
            phone?: string;
            /**
             * Format: date-time
             * @description Since when WhatsApp keeps advertising from him, because he asked it to
             */
            promotionsStoppedAt?: string;
            /** @description Where he came from: `pub_facebook`, `direct`, `manuel` … */
            source: string;
            /** @description Grows with every change; the ETag */
            version: number;
        };
        /** ReactionView */
        ReactionView: {
            /**
             * Format: date-time
             * @description When
             */
            at: string;
            /**
             * @description Whose
             * @enum {string}
             */
            by: "customer" | "shop";
            /** @description The emoji */
            emoji: string;
        };
        /** ReactToMessage */
        ReactToMessage: {
            /** @description One emoji, or nothing */
            emoji: string;
        };
        /** ReassignDelivery */
        ReassignDelivery: {
            /**
             * Format: uuid
             * @description The courier from now on
             */
            courierId: string;
            /**
             * Format: date-time
             * @description Planned for; as before when absent
             */
            plannedFor?: string;
            /** @description Why */
            reason?: string;
        };
        /** RecentFigures */
        RecentFigures: {
            /** @description The last 7 days, today included */
            last7Days: components["schemas"]["FiguresSum"];
            /** @description The last 30 days, today included */
            last30Days: components["schemas"]["FiguresSum"];
            /** @description The 7 days before */
            previous7Days: components["schemas"]["FiguresSum"];
            /** @description Today */
            today: components["schemas"]["FiguresSum"];
            /** @description Yesterday */
            yesterday: components["schemas"]["FiguresSum"];
        };
        /** RecordPayment */
        RecordPayment: {
            /** @description Amount */
            amount: number;
            /**
             * @description How it was paid; an exchange records itself
             * @enum {string}
             */
            method: "cash" | "wave" | "orange-money" | "mtn-money" | "moov-money";
            /** @description The operator's transaction number; the same one is recorded once (PAYMENT_ALREADY_RECORDED) */
            reference?: string;
        };
        /** RecordRefund */
        RecordRefund: {
            /** @description Amount */
            amount: number;
            /**
             * @description How it was sent back
             * @enum {string}
             */
            method: "cash" | "wave" | "orange-money" | "mtn-money" | "moov-money";
            /** @description What the shop wants to remember of it */
            note?: string;
            /** @description The operator's transaction number; the same one is recorded once (REFUND_ALREADY_RECORDED) */
            reference?: string;
        };
        /** RefreshSession */
        RefreshSession: {
            /** @description The refresh token */
            refreshToken: string;
        };
        /** RefundView */
        RefundView: {
            /** @description Who recorded it */
            actor: string;
            /** @description Amount */
            amount: number;
            /**
             * Format: date-time
             * @description When
             */
            at: string;
            /**
             * Format: uuid
             * @description The refund
             */
            id: string;
            /**
             * @description How it was sent back
             * @enum {string}
             */
            method: "cash" | "wave" | "orange-money" | "mtn-money" | "moov-money";
            /** @description What the shop noted beside it */
            note?: string;
            /** @description The operator's transaction number */
            reference?: string;
            /**
             * Format: date-time
             * @description Struck out
             */
            voidedAt?: string;
            /** @description Why it was struck out */
            voidReason?: string;
        };
        /** RefusedLine */
        RefusedLine: {
            /** @description What was asked */
            asked: components["schemas"]["AgreedLineInput"];
            /** @description How many were left */
            available: number;
            /** @description Product name, when the product exists */
            productName?: string;
            /** @description What one costs now, when she had agreed to less */
            unitPrice?: number;
        };
        /** RegisterCourier */
        RegisterCourier: {
            /** @description Full name */
            fullName: string;
            /** @description Telephone in any usual form */
            phone: string;
            /** @description Zones covered */
            zones: string[];
        };
        /** ReplyToCustomer */
        ReplyToCustomer: {
            /** @description Asks the customer for his position, with the text or with words of ours */
            askLocation?: boolean;
            /** @description Answers to tap under the text, at most 3 of 20 characters, each another */
            buttons?: string[];
            /** @description Choices that open under the text, where there are more than 3 */
            list?: components["schemas"]["ChoiceList"];
            /**
             * Format: uuid
             * @description A file of the shop that is ready: photo, voice note, video or document
             */
            mediaId?: string;
            /**
             * Format: uuid
             * @description The message that it quotes
             */
            replyTo?: string;
            /** @description A template that WhatsApp approved: nothing else may be sent 24 hours after the customer wrote */
            template?: components["schemas"]["TemplateUse"];
            /** @description What to write, or what stands under a photo, a video or a document */
            text?: string;
        };
        /** ReportDelivery */
        ReportDelivery: {
            /** @description Cash counted, when completed */
            collected?: number;
            /** @description Why it failed */
            reason?: string;
            /**
             * @description What happened
             * @enum {string}
             */
            what: "picked-up" | "completed" | "attempt-failed";
        };
        /** ResetPassword */
        ResetPassword: {
            /** @description The code */
            code: string;
            /**
             * Format: email
             * @description Sign-in address
             */
            email: string;
            /** @description The new password, 10 characters or more */
            password: string;
        };
        /** ReturnedLine */
        ReturnedLine: {
            /**
             * Format: uuid
             * @description Product
             */
            productId: string;
            /** @description How many */
            quantity: number;
            /**
             * Format: uuid
             * @description Variant, when the product has variants
             */
            variantId?: string;
        };
        /** SellableItem */
        SellableItem: {
            /** @description How many are left to sell */
            available: number;
            /** @description Colour */
            color?: string;
            /**
             * Format: uuid
             * @description Product
             */
            productId: string;
            /** @description Product name */
            productName: string;
            /** @description Size */
            size?: string;
            /** @description Price of one */
            unitPrice: number;
            /**
             * Format: uuid
             * @description Variant
             */
            variantId?: string;
        };
        /** SellerView */
        SellerView: {
            /** @description Country */
            country: string;
            /**
             * Format: date-time
             * @description Signed up
             */
            createdAt: string;
            /**
             * Format: email
             * @description Sign-in address
             */
            email: string;
            /** @description First name */
            firstName: string;
            /** @description When the shop is open; absent: not said */
            hours?: components["schemas"]["OpeningSlot"][];
            /**
             * Format: uuid
             * @description The seller
             */
            id: string;
            /** @description Family name */
            lastName: string;
            /** @description Opening hours as customers read them */
            openingHours?: string;
            /** @description Personal telephone, where notices go */
            phone: string;
            /** @description Where couriers collect parcels */
            pickupAddress?: string;
            /** @description What he sells */
            sector: string;
            /** @description Shop name */
            shopName: string;
            /** @description IANA time zone that makes his day */
            timeZone: string;
            /** @description Grows with every change; the ETag */
            version: number;
        };
        /** SessionView */
        SessionView: {
            /** @description Bearer token for the API, 10 minutes */
            accessToken: string;
            /** @description Seconds until the access token ends */
            expiresIn: number;
            /** @description Single-use token for the next pair, 30 days */
            refreshToken: string;
            /**
             * Format: uuid
             * @description The seller
             */
            sellerId: string;
        };
        /** SetZoneFees */
        SetZoneFees: {
            /** @description Zones */
            zones: components["schemas"]["ZoneFeeInput"][];
        };
        /** SignIn */
        SignIn: {
            /**
             * Format: email
             * @description Sign-in address
             */
            email: string;
            /** @description Password */
            password: string;
        };
        /** SignOut */
        SignOut: {
            /** @description The refresh token */
            refreshToken: string;
        };
        /** SignUp */
        SignUp: {
            /** @description Country */
            country: string;
            /**
             * Format: email
             * @description Sign-in address, unique
             */
            email: string;
            /** @description First name */
            firstName: string;
            /** @description Family name */
            lastName: string;
            /** @description Opening hours as customers read them */
            openingHours?: string;
            /** @description Password, 10 characters or more */
            password: string;
            /** @description Personal telephone in any usual form; stored in E.164 */
            phone: string;
            /** @description Where couriers collect parcels */
            pickupAddress?: string;
            /** @description What he sells */
            sector: string;
            /** @description Shop name; « Boutique <first name> » when absent */
            shopName?: string;
            /** @description IANA time zone (Africa/Abidjan) */
            timeZone?: string;
        };
        /** StockChanged */
        StockChanged: {
            /** @description On sale */
            active: boolean;
            /** @description Other names customers use */
            aliases: string[];
            /** @description Left to sell over all variants */
            available: number;
            /**
             * @description Why
             * @enum {string}
             */
            cause: "reserved" | "released" | "consumed" | "returned" | "adjusted";
            /** @description Description */
            description?: string;
            /** @description The lowest price of one that the assistant may grant who bargains; none: the price is fixed */
            floorPrice?: number;
            /** @description Name */
            name: string;
            /**
             * Format: uuid
             * @description Order that caused it
             */
            orderId?: string;
            /** @description Photos, the first one shown first: ids of uploaded files */
            photos?: string[];
            /**
             * Format: uuid
             * @description Product
             */
            productId: string;
            /** @description The seller’s own reference (SKU) of it, that of a WhatsApp catalogue */
            reference?: string;
            /** @description Price of one, for variants without a price of their own */
            unitPrice: number;
            /** @description Variants; empty when the product has none */
            variants: components["schemas"]["VariantFacts"][];
        };
        /**
         * StockChangedEvent
         * @description What is left to sell of a product changed: the whole product each time.
         */
        StockChangedEvent: {
            data: components["schemas"]["StockChanged"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "stock.changed";
        };
        /** StockLow */
        StockLow: {
            /** @description Left to sell */
            available: number;
            /** @description Name */
            name: string;
            /**
             * Format: uuid
             * @description Product
             */
            productId: string;
            /** @description Alert level */
            threshold: number;
        };
        /**
         * StockLowEvent
         * @description What is left of a product fell to its alert level.
         */
        StockLowEvent: {
            data: components["schemas"]["StockLow"];
            /**
             * Format: uuid
             * @description The event; the same wherever and however often it is told
             */
            id: string;
            /**
             * Format: date-time
             * @description When
             */
            occurredAt: string;
            /**
             * @description What happened (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            type: "stock.low";
        };
        /** StockMovementPage */
        StockMovementPage: {
            /** @description Movements, newest first */
            items: components["schemas"]["StockMovementView"][];
            /** @description Give it back as `cursor` for the next page; absent on the last */
            nextCursor?: string;
        };
        /** StockMovementView */
        StockMovementView: {
            /** @description Who */
            actor?: string;
            /**
             * Format: date-time
             * @description When
             */
            at: string;
            /**
             * @description What happened
             * @enum {string}
             */
            cause: "initial" | "reserved" | "released" | "consumed" | "returned" | "adjusted";
            /** @description Units that came in (positive) or left (negative) the shelf */
            change: number;
            /**
             * Format: uuid
             * @description The movement
             */
            id: string;
            /**
             * Format: uuid
             * @description The order
             */
            orderId?: string;
            /** @description Why */
            reason?: string;
            /** @description Units that were put by for orders (positive) or given back (negative) */
            reservedChange: number;
            /**
             * Format: uuid
             * @description The variant, when the product has variants
             */
            variantId?: string;
        };
        /** Templates */
        Templates: {
            /** @description Templates, by name */
            items: components["schemas"]["TemplateView"][];
        };
        /** TemplateUse */
        TemplateUse: {
            /** @description Language */
            language: string;
            /** @description Name */
            name: string;
            /** @description What is filled in, in order */
            parameters: string[];
        };
        /** TemplateView */
        TemplateView: {
            /** @description Text, with `{{1}}` … for what is filled in */
            body?: string;
            /**
             * @description Category, which makes its price
             * @enum {string}
             */
            category: "UTILITY" | "MARKETING" | "AUTHENTICATION";
            /** @description Language, e.g. `fr` */
            language: string;
            /** @description Name */
            name: string;
            /** @description How many texts are filled in */
            parameters?: number;
            /** @description APPROVED, PENDING, REJECTED, PAUSED … */
            status: string;
        };
        /** TimelineStep */
        TimelineStep: {
            /** @description Who */
            actor?: string;
            /** @description FCFA that the step is about: the total, the fee, the cash counted */
            amount?: number;
            /**
             * Format: date-time
             * @description When
             */
            at: string;
            /** @description Why, in French */
            reason?: string;
            /** @description What, in French */
            says: string;
            /** @description What, for programs: `ad-tapped`, `order-confirmed`, `delivery-completed` … */
            what: string;
        };
        /** UpdateAssistantSettings */
        UpdateAssistantSettings: {
            /** @description FCFA for the AI in a day; 0: as many as it takes */
            dailyFcfa?: number;
            /** @description Tokens of the AI in a day; 0: as many as it takes */
            dailyTokens?: number;
            /** @description It answers */
            enabled?: boolean;
            /** @description What it should know of the shop; empty: nothing */
            instructions?: string;
            /** @description The name it gives itself: letters, spaces, hyphens; empty: none */
            name?: string;
            /** @description Minutes after which it answers again by itself; 0: never */
            resumeAfterMinutes?: number;
            /**
             * @description How it speaks
             * @enum {string}
             */
            tone?: "chaleureux" | "sobre" | "energique";
        };
        /** UpdateCourier */
        UpdateCourier: {
            /** @description Takes deliveries */
            active?: boolean;
            /** @description Full name */
            fullName?: string;
            /** @description Telephone */
            phone?: string;
            /** @description Zones covered */
            zones?: string[];
        };
        /** UpdateMember */
        UpdateMember: {
            /** @description First name */
            firstName?: string;
            /** @description Family name */
            lastName?: string;
            /** @description Telephone */
            phone?: string;
            /**
             * @description Role
             * @enum {string}
             */
            role?: "owner" | "agent";
        };
        /** UpdateNoticePreferences */
        UpdateNoticePreferences: {
            /** @description Which kinds change */
            preferences: components["schemas"]["NoticePreference"][];
        };
        /** UpdateProduct */
        UpdateProduct: {
            /** @description On sale */
            active?: boolean;
            /** @description Other names customers use */
            aliases?: string[];
            /** @description Description */
            description?: string;
            /** @description The lowest price of one that the assistant may grant who bargains; 0 takes it away */
            floorPrice?: number;
            /** @description Alert level */
            lowStockAt?: number;
            /** @description Name */
            name?: string;
            /** @description Sizes and colours to add, each with its own stock */
            newVariants?: components["schemas"]["NewVariant"][];
            /** @description Photos, the first one shown first: ids of uploaded files */
            photos?: string[];
            /** @description The seller’s own reference (SKU) of it; nothing takes it away */
            reference?: string;
            /** @description Price of one */
            unitPrice?: number;
            /** @description Sizes and colours that change */
            variants?: components["schemas"]["VariantChange"][];
        };
        /** UpdateProspect */
        UpdateProspect: {
            /** @description Name */
            fullName: string;
        };
        /** UpdateSeller */
        UpdateSeller: {
            /** @description Country */
            country?: string;
            /** @description First name */
            firstName?: string;
            /** @description When the shop is open; an empty list: not said */
            hours?: components["schemas"]["OpeningSlotInput"][];
            /** @description Family name */
            lastName?: string;
            /** @description Opening hours as customers read them; empty: not said */
            openingHours?: string;
            /** @description Personal telephone */
            phone?: string;
            /** @description Where couriers collect parcels; empty: not said */
            pickupAddress?: string;
            /** @description What he sells */
            sector?: string;
            /** @description Shop name */
            shopName?: string;
            /** @description IANA time zone */
            timeZone?: string;
        };
        /** UpdateVariant */
        UpdateVariant: {
            /** @description On sale */
            active?: boolean;
            /** @description The seller’s own reference (SKU) of it; nothing takes it away */
            reference?: string;
            /** @description Price of one */
            unitPrice?: number;
        };
        /** UpdateWebhookEndpoint */
        UpdateWebhookEndpoint: {
            /** @description What it is for */
            description?: string;
            /** @description Events are sent */
            enabled?: boolean;
            /** @description Which events */
            events?: ("prospect.created" | "prospect.merged" | "conversation.started" | "conversation.changed" | "conversation.handed-over" | "conversation.request-passed-on" | "message.received" | "message.sent" | "message.failed" | "order.drafted" | "order.confirmed" | "order.rejected" | "order.edited" | "order.edit-refused" | "order.payments-changed" | "order.refunds-changed" | "order.status-changed" | "order.cancelled" | "delivery.planned" | "delivery.unassigned" | "delivery.picked-up" | "delivery.attempt-failed" | "delivery.completed" | "delivery.cancelled" | "product.listed" | "product.updated" | "stock.changed" | "stock.low" | "email.received" | "email.analysed" | "notification.sent" | "notification.failed" | "figures.updated")[];
            /** @description Where to post events, https */
            url?: string;
        };
        /** VariantChange */
        VariantChange: {
            /** @description On sale */
            active?: boolean;
            /** @description The lowest price of one that the assistant may grant who bargains; 0 takes it away */
            floorPrice?: number;
            /** @description The seller’s own reference (SKU) of it; nothing takes it away */
            reference?: string;
            /** @description Price of one */
            unitPrice?: number;
            /**
             * Format: uuid
             * @description The variant
             */
            variantId: string;
        };
        /** VariantFacts */
        VariantFacts: {
            /** @description On sale */
            active: boolean;
            /** @description Left to sell: in stock less reserved */
            available: number;
            /** @description Colour */
            color?: string;
            /** @description The lowest price of one that the assistant may grant who bargains; none: the price is fixed */
            floorPrice?: number;
            /** @description The seller’s own reference (SKU) of it, that of a WhatsApp catalogue */
            reference?: string;
            /** @description Size */
            size?: string;
            /** @description Price of one */
            unitPrice: number;
            /**
             * Format: uuid
             * @description Variant
             */
            variantId: string;
        };
        /** VariantView */
        VariantView: {
            /** @description On sale */
            active: boolean;
            /** @description Colour */
            color?: string;
            /** @description The lowest price of one that the assistant may grant who bargains; none: the price is fixed */
            floorPrice?: number;
            /**
             * Format: uuid
             * @description The variant
             */
            id: string;
            /** @description The seller’s own reference (SKU) of it, that of a WhatsApp catalogue */
            reference?: string;
            /** @description Reserved for confirmed orders */
            reserved: number;
            /** @description Size */
            size?: string;
            /** @description In stock */
            stock: number;
            /** @description Price of one */
            unitPrice: number;
        };
        /** VoidPayment */
        VoidPayment: {
            /** @description Why */
            reason: string;
        };
        /** VoidRefund */
        VoidRefund: {
            /** @description Why */
            reason: string;
        };
        /** WebhookDeliveryDetailView */
        WebhookDeliveryDetailView: {
            /** @description Times it was tried */
            attempts: number;
            /** @description Body as it was posted */
            body: string;
            /**
             * Format: date-time
             * @description Made
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Got through
             */
            deliveredAt?: string;
            /** @description Time the last try took, ms */
            durationMs?: number;
            /**
             * Format: uuid
             * @description The endpoint
             */
            endpointId: string;
            /**
             * Format: uuid
             * @description The event
             */
            eventId: string;
            /**
             * Format: uuid
             * @description The delivery
             */
            id: string;
            /**
             * Format: date-time
             * @description Next try
             */
            nextAttemptAt?: string;
            /** @description What went wrong at the last try */
            problem?: string;
            /** @description First 1,000 characters of the last answer */
            response?: string;
            /**
             * @description How far it got
             * @enum {string}
             */
            state: "pending" | "delivered" | "failed";
            /** @description HTTP status of the last answer */
            status?: number;
            /**
             * @description What happened; `webhook.test` for a trial
             * @enum {string}
             */
            type: "prospect.created" | "prospect.merged" | "conversation.started" | "conversation.changed" | "conversation.handed-over" | "conversation.request-passed-on" | "message.received" | "message.sent" | "message.failed" | "order.drafted" | "order.confirmed" | "order.rejected" | "order.edited" | "order.edit-refused" | "order.payments-changed" | "order.refunds-changed" | "order.status-changed" | "order.cancelled" | "delivery.planned" | "delivery.unassigned" | "delivery.picked-up" | "delivery.attempt-failed" | "delivery.completed" | "delivery.cancelled" | "product.listed" | "product.updated" | "stock.changed" | "stock.low" | "email.received" | "email.analysed" | "notification.sent" | "notification.failed" | "figures.updated" | "webhook.test";
        };
        /** WebhookDeliveryPage */
        WebhookDeliveryPage: {
            /** @description Deliveries, newest first */
            items: components["schemas"]["WebhookDeliveryView"][];
            /** @description Give it back as `cursor` for the next page; absent on the last */
            nextCursor?: string;
        };
        /** WebhookDeliveryView */
        WebhookDeliveryView: {
            /** @description Times it was tried */
            attempts: number;
            /**
             * Format: date-time
             * @description Made
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Got through
             */
            deliveredAt?: string;
            /** @description Time the last try took, ms */
            durationMs?: number;
            /**
             * Format: uuid
             * @description The endpoint
             */
            endpointId: string;
            /**
             * Format: uuid
             * @description The event
             */
            eventId: string;
            /**
             * Format: uuid
             * @description The delivery
             */
            id: string;
            /**
             * Format: date-time
             * @description Next try
             */
            nextAttemptAt?: string;
            /** @description What went wrong at the last try */
            problem?: string;
            /**
             * @description How far it got
             * @enum {string}
             */
            state: "pending" | "delivered" | "failed";
            /** @description HTTP status of the last answer */
            status?: number;
            /**
             * @description What happened; `webhook.test` for a trial
             * @enum {string}
             */
            type: "prospect.created" | "prospect.merged" | "conversation.started" | "conversation.changed" | "conversation.handed-over" | "conversation.request-passed-on" | "message.received" | "message.sent" | "message.failed" | "order.drafted" | "order.confirmed" | "order.rejected" | "order.edited" | "order.edit-refused" | "order.payments-changed" | "order.refunds-changed" | "order.status-changed" | "order.cancelled" | "delivery.planned" | "delivery.unassigned" | "delivery.picked-up" | "delivery.attempt-failed" | "delivery.completed" | "delivery.cancelled" | "product.listed" | "product.updated" | "stock.changed" | "stock.low" | "email.received" | "email.analysed" | "notification.sent" | "notification.failed" | "figures.updated" | "webhook.test";
        };
        /** WebhookEndpoints */
        WebhookEndpoints: {
            /** @description Endpoints, newest first */
            items: components["schemas"]["WebhookEndpointView"][];
        };
        /** WebhookEndpointView */
        WebhookEndpointView: {
            /**
             * Format: date-time
             * @description Made
             */
            createdAt: string;
            /** @description What it is for */
            description?: string;
            /** @description Why it was disabled, in French */
            disabledReason?: string;
            /** @description Events are sent */
            enabled: boolean;
            /** @description Which events */
            events: ("prospect.created" | "prospect.merged" | "conversation.started" | "conversation.changed" | "conversation.handed-over" | "conversation.request-passed-on" | "message.received" | "message.sent" | "message.failed" | "order.drafted" | "order.confirmed" | "order.rejected" | "order.edited" | "order.edit-refused" | "order.payments-changed" | "order.refunds-changed" | "order.status-changed" | "order.cancelled" | "delivery.planned" | "delivery.unassigned" | "delivery.picked-up" | "delivery.attempt-failed" | "delivery.completed" | "delivery.cancelled" | "product.listed" | "product.updated" | "stock.changed" | "stock.low" | "email.received" | "email.analysed" | "notification.sent" | "notification.failed" | "figures.updated")[];
            /**
             * Format: date-time
             * @description Nothing has got through since
             */
            failingSince?: string;
            /**
             * Format: uuid
             * @description The endpoint
             */
            id: string;
            /** @description Where events are posted, https */
            url: string;
            /** @description Grows with every change; the ETag */
            version: number;
        };
        /** WebhookEndpointWithSecret */
        WebhookEndpointWithSecret: {
            /**
             * Format: date-time
             * @description Made
             */
            createdAt: string;
            /** @description What it is for */
            description?: string;
            /** @description Why it was disabled, in French */
            disabledReason?: string;
            /** @description Events are sent */
            enabled: boolean;
            /** @description Which events */
            events: ("prospect.created" | "prospect.merged" | "conversation.started" | "conversation.changed" | "conversation.handed-over" | "conversation.request-passed-on" | "message.received" | "message.sent" | "message.failed" | "order.drafted" | "order.confirmed" | "order.rejected" | "order.edited" | "order.edit-refused" | "order.payments-changed" | "order.refunds-changed" | "order.status-changed" | "order.cancelled" | "delivery.planned" | "delivery.unassigned" | "delivery.picked-up" | "delivery.attempt-failed" | "delivery.completed" | "delivery.cancelled" | "product.listed" | "product.updated" | "stock.changed" | "stock.low" | "email.received" | "email.analysed" | "notification.sent" | "notification.failed" | "figures.updated")[];
            /**
             * Format: date-time
             * @description Nothing has got through since
             */
            failingSince?: string;
            /**
             * Format: uuid
             * @description The endpoint
             */
            id: string;
            /** @description What requests are signed with, `whsec_…`; absent when an answer is given again */
            secret?: string;
            /** @description Where events are posted, https */
            url: string;
            /** @description Grows with every change; the ETag */
            version: number;
        };
        /** WhatsAppAccounts */
        WhatsAppAccounts: {
            /** @description Accounts */
            items: components["schemas"]["WhatsAppAccountView"][];
        };
        /** WhatsAppAccountView */
        WhatsAppAccountView: {
            /** @description WhatsApp Business account */
            businessAccountId: string;
            /**
             * Format: date-time
             * @description Linked
             */
            createdAt: string;
            /**
             * Format: uuid
             * @description The account
             */
            id: string;
            /** @description The business number */
            phone: string;
            /** @description WhatsApp identity of the number */
            phoneNumberId: string;
            /**
             * @description Whether the shop has it linked; whether WhatsApp lets it send and receive is told by `GET /v1/whatsapp-accounts/{accountId}/health`
             * @enum {string}
             */
            status: "connected" | "disconnected";
        };
        /** WhatsAppAccountWithHealth */
        WhatsAppAccountWithHealth: {
            /** @description WhatsApp Business account */
            businessAccountId: string;
            /**
             * Format: date-time
             * @description Linked
             */
            createdAt: string;
            /** @description How well it works; absent when it is disconnected, or was linked a moment ago */
            health?: components["schemas"]["WhatsAppHealth"];
            /**
             * Format: uuid
             * @description The account
             */
            id: string;
            /** @description The business number */
            phone: string;
            /** @description WhatsApp identity of the number */
            phoneNumberId: string;
            /**
             * @description Whether the shop has it linked; whether WhatsApp lets it send and receive is told by `GET /v1/whatsapp-accounts/{accountId}/health`
             * @enum {string}
             */
            status: "connected" | "disconnected";
        };
        /** WhatsAppHealth */
        WhatsAppHealth: {
            /** @description Messages that failed in the last 24 hours */
            failed24h: number;
            /**
             * Format: date-time
             * @description Last message of a customer
             */
            lastReceivedAt?: string;
            /**
             * Format: date-time
             * @description Last message that WhatsApp took
             */
            lastSentAt?: string;
            /** @description What is wrong, in French */
            problem?: string;
            /**
             * Format: date-time
             * @description Until when WhatsApp lets it only answer: templates and advertising wait; absent when it is not restricted
             */
            restrictedUntil?: string;
            /**
             * @description `working`, or `suspended`: WhatsApp refuses us, the number must be linked again
             * @enum {string}
             */
            state: "working" | "suspended";
            /** @description Messages that wait to be sent */
            waiting: number;
        };
        /** ZoneFee */
        ZoneFee: {
            /** @description How long it takes, as customers are told: « demain », « 24 à 48 h »; absent: nothing is promised */
            delay?: string;
            /** @description Delivery fee */
            fee: number;
            /** @description Commune or district */
            zone: string;
        };
        /** ZoneFee */
        ZoneFeeInput: {
            /** @description How long it takes, as customers are told: « demain », « 24 à 48 h »; absent: nothing is promised */
            delay?: string;
            /** @description Delivery fee */
            fee: number;
            /** @description Commune or district */
            zone: string;
        };
    };
    responses: {
        /** @description Not as things stand; `facts` says how they stand. With code IDEMPOTENCY_IN_FLIGHT: the same request is being done, see Retry-After */
        Conflict: {
            headers: {
                /**
                 * @description Seconds to wait before trying again
                 * @example 2
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:fluxasync:problem:out-of-stock",
                 *       "title": "Conflict",
                 *       "status": 409,
                 *       "code": "OUT_OF_STOCK",
                 *       "detail": "Un des produits est épuisé.",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "correlation_id": "6f1c1f5e-demande-1",
                 *       "facts": {
                 *         "asked": 12,
                 *         "available": 10
                 *       }
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not with this role or this key */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:fluxasync:problem:role-forbids",
                 *       "title": "Forbidden",
                 *       "status": 403,
                 *       "code": "ROLE_FORBIDS",
                 *       "detail": "Seul un propriétaire de la boutique peut faire cela.",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "correlation_id": "6f1c1f5e-demande-1"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A field, parameter or header is not what it should be; `fields` names it */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:fluxasync:problem:validation-failed",
                 *       "title": "Bad Request",
                 *       "status": 400,
                 *       "code": "VALIDATION_FAILED",
                 *       "detail": "La demande contient une erreur ; voyez les champs indiqués.",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "correlation_id": "6f1c1f5e-demande-1",
                 *       "fields": [
                 *         {
                 *           "field": "limit",
                 *           "problem": "must be <= 100"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The Idempotency-Key was used for another request */
        KeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:fluxasync:problem:idempotency-key-reused",
                 *       "title": "Unprocessable Content",
                 *       "status": 422,
                 *       "code": "IDEMPOTENCY_KEY_REUSED",
                 *       "detail": "Cette clé Idempotency-Key a déjà servi pour une autre demande.",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "correlation_id": "6f1c1f5e-demande-1"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not application/json */
        MediaTypeUnknown: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:fluxasync:problem:media-type-unknown",
                 *       "title": "Unsupported Media Type",
                 *       "status": 415,
                 *       "code": "MEDIA_TYPE_UNKNOWN",
                 *       "detail": "Le corps de la demande doit être de type application/json.",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "correlation_id": "6f1c1f5e-demande-1"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It is not there, or not yours */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:fluxasync:problem:order-not-found",
                 *       "title": "Not Found",
                 *       "status": 404,
                 *       "code": "ORDER_NOT_FOUND",
                 *       "detail": "Cette commande n'existe pas.",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "correlation_id": "6f1c1f5e-demande-1",
                 *       "facts": {
                 *         "what": "order",
                 *         "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                 *       }
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests; see Retry-After */
        RateLimited: {
            headers: {
                /**
                 * @description Seconds to wait before trying again
                 * @example 2
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:fluxasync:problem:rate-limited",
                 *       "title": "Too Many Requests",
                 *       "status": 429,
                 *       "code": "RATE_LIMITED",
                 *       "detail": "Trop de demandes en une minute ; attendez le temps qu'indique l'en-tête Retry-After.",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "correlation_id": "6f1c1f5e-demande-1",
                 *       "facts": {
                 *         "retryAfterSeconds": 3
                 *       }
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than is taken */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:fluxasync:problem:body-too-large",
                 *       "title": "Content Too Large",
                 *       "status": 413,
                 *       "code": "BODY_TOO_LARGE",
                 *       "detail": "La demande est trop volumineuse.",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "correlation_id": "6f1c1f5e-demande-1"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description No token or key, or one that is not good (any more) */
        Unauthenticated: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:fluxasync:problem:token-expired",
                 *       "title": "Unauthorized",
                 *       "status": 401,
                 *       "code": "TOKEN_EXPIRED",
                 *       "detail": "Le jeton d'accès a expiré ; renouvelez la session.",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "correlation_id": "6f1c1f5e-demande-1"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The part of the platform that answers this is not there at the moment, within 2 s; the rest works. See Retry-After */
        Unavailable: {
            headers: {
                /**
                 * @description Seconds to wait before trying again
                 * @example 2
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:fluxasync:problem:service-unavailable",
                 *       "title": "Service Unavailable",
                 *       "status": 503,
                 *       "code": "SERVICE_UNAVAILABLE",
                 *       "detail": "Ce service est momentanément indisponible ; réessayez dans un instant.",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "correlation_id": "6f1c1f5e-demande-1",
                 *       "facts": {
                 *         "service": "orders"
                 *       }
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description It has changed since the version that If-Match names; read it again */
        VersionMismatch: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:fluxasync:problem:version-mismatch",
                 *       "title": "Precondition Failed",
                 *       "status": 412,
                 *       "code": "VERSION_MISMATCH",
                 *       "detail": "Cet élément a été modifié entre-temps ; rechargez-le, puis refaites votre changement.",
                 *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                 *       "correlation_id": "6f1c1f5e-demande-1",
                 *       "facts": {
                 *         "asked": 3,
                 *         "actual": 4
                 *       }
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description Version of the thing, for If-Match and If-None-Match
         * @example "3-q0Zk1xLw"
         */
        ETag: string;
        /**
         * @description `true` when this is the first answer again, given under the same Idempotency-Key
         * @example true
         */
        IdempotentReplayed: "true";
        /**
         * @description Requests a minute
         * @example 600
         */
        RateLimitLimit: number;
        /**
         * @description How many are left
         * @example 598
         */
        RateLimitRemaining: number;
        /**
         * @description Seconds until all are there again
         * @example 41
         */
        RateLimitReset: number;
        /**
         * @description The request's id: yours when you sent X-Request-Id, else ours
         * @example 6f1c1f5e-demande-1
         */
        RequestId: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "name": "Site web",
                     *           "prefix": "flux_3fK9",
                     *           "scopes": [
                     *             "orders:read",
                     *             "events:read"
                     *           ],
                     *           "createdAt": "2026-11-23T09:05:00.000Z",
                     *           "createdBy": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "lastUsedAt": "2026-11-23T09:05:00.000Z",
                     *           "expiresAt": "2026-11-23T09:05:00.000Z",
                     *           "revokedAt": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKeys"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Site web",
                 *       "scopes": [
                 *         "orders:read",
                 *         "events:read"
                 *       ],
                 *       "expiresAt": "2026-11-23T09:05:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["CreateApiKey"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "name": "Site web",
                     *       "prefix": "flux_3fK9",
                     *       "scopes": [
                     *         "orders:read",
                     *         "events:read"
                     *       ],
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "createdBy": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "lastUsedAt": "2026-11-23T09:05:00.000Z",
                     *       "expiresAt": "2026-11-23T09:05:00.000Z",
                     *       "revokedAt": "2026-11-23T09:05:00.000Z",
                     *       "key": "flux_3fK9sT2uV4wX6yZ8aB0cD2eF4gH6iJ8kL0mN2oP4qR6"
                     *     }
                     */
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The key
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "name": "Site web",
                     *       "prefix": "flux_3fK9",
                     *       "scopes": [
                     *         "orders:read",
                     *         "events:read"
                     *       ],
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "createdBy": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "lastUsedAt": "2026-11-23T09:05:00.000Z",
                     *       "expiresAt": "2026-11-23T09:05:00.000Z",
                     *       "revokedAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["ApiKeyView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getApiUsage: {
        parameters: {
            query?: {
                /** @description Only what this conversation cost */
                conversationId?: string;
                /** @description First day */
                from?: string;
                /** @description Only what this order cost */
                orderId?: string;
                /** @description Last day */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "provider": "gmail",
                     *           "operation": "messages.send",
                     *           "calls": 1,
                     *           "errors": 1,
                     *           "tokens": 1,
                     *           "costFcfa": 1
                     *         }
                     *       ],
                     *       "tokens": 1,
                     *       "costFcfa": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ApiUsageReport"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getAssistantSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the answer that you kept; when nothing changed since, this one is 304 without a body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "enabled": true,
                     *       "name": "Awa",
                     *       "tone": "chaleureux",
                     *       "instructions": "Nous réparons aussi les chaussures. Parking devant le magasin.",
                     *       "resumeAfterMinutes": 120,
                     *       "dailyTokens": 1,
                     *       "dailyFcfa": 1,
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["AssistantSettingsView"];
                };
            };
            /** @description It has not changed since */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateAssistantSettings: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
                /** @description ETag that the edit was made on; when somebody else’s edit came first, nothing changes and the answer is 412 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "enabled": true,
                 *       "name": "Awa",
                 *       "tone": "chaleureux",
                 *       "instructions": "Nous réparons aussi les chaussures. Parking devant le magasin.",
                 *       "resumeAfterMinutes": 120,
                 *       "dailyTokens": 1,
                 *       "dailyFcfa": 1
                 *     }
                 */
                "application/json": components["schemas"]["UpdateAssistantSettings"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "enabled": true,
                     *       "name": "Awa",
                     *       "tone": "chaleureux",
                     *       "instructions": "Nous réparons aussi les chaussures. Parking devant le magasin.",
                     *       "resumeAfterMinutes": 120,
                     *       "dailyTokens": 1,
                     *       "dailyFcfa": 1,
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["AssistantSettingsView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listConversations: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Only with this label */
                label?: string;
                /** @description How many, 1 to 100 (50) */
                limit?: number;
                /** @description Only of this prospect */
                prospectId?: string;
                /** @description Beginnings of words of the name, or part of the number */
                search?: string;
                /** @description Only in this state */
                status?: "open" | "human" | "closed";
                /** @description Only with messages that nobody of the shop has read (true), or without (false) */
                unread?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "customerName": "Aminata Traoré",
                     *           "customerPhone": "+2250598765432",
                     *           "status": "open",
                     *           "handoverReason": "La cliente demande une personne",
                     *           "lastMessage": "Je fais du 38",
                     *           "lastMessageAt": "2026-11-23T09:05:00.000Z",
                     *           "unread": 1,
                     *           "labels": [
                     *             "grossiste"
                     *           ],
                     *           "createdAt": "2026-11-23T09:05:00.000Z",
                     *           "version": 3
                     *         }
                     *       ],
                     *       "nextCursor": "MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi"
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the answer that you kept; when nothing changed since, this one is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The conversation
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "customerName": "Aminata Traoré",
                     *       "customerPhone": "+2250598765432",
                     *       "status": "open",
                     *       "handoverReason": "La cliente demande une personne",
                     *       "lastMessage": "Je fais du 38",
                     *       "lastMessageAt": "2026-11-23T09:05:00.000Z",
                     *       "unread": 1,
                     *       "labels": [
                     *         "grossiste"
                     *       ],
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationView"];
                };
            };
            /** @description It has not changed since */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    closeConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The conversation
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "customerName": "Aminata Traoré",
                     *       "customerPhone": "+2250598765432",
                     *       "status": "open",
                     *       "handoverReason": "La cliente demande une personne",
                     *       "lastMessage": "Je fais du 38",
                     *       "lastMessageAt": "2026-11-23T09:05:00.000Z",
                     *       "unread": 1,
                     *       "labels": [
                     *         "grossiste"
                     *       ],
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    giveBackConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The conversation
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "customerName": "Aminata Traoré",
                     *       "customerPhone": "+2250598765432",
                     *       "status": "open",
                     *       "handoverReason": "La cliente demande une personne",
                     *       "lastMessage": "Je fais du 38",
                     *       "lastMessageAt": "2026-11-23T09:05:00.000Z",
                     *       "unread": 1,
                     *       "labels": [
                     *         "grossiste"
                     *       ],
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    labelConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag that the edit was made on; when somebody else’s edit came first, nothing changes and the answer is 412 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The conversation
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "labels": [
                 *         "grossiste"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["LabelConversation"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "customerName": "Aminata Traoré",
                     *       "customerPhone": "+2250598765432",
                     *       "status": "open",
                     *       "handoverReason": "La cliente demande une personne",
                     *       "lastMessage": "Je fais du 38",
                     *       "lastMessageAt": "2026-11-23T09:05:00.000Z",
                     *       "unread": 1,
                     *       "labels": [
                     *         "grossiste"
                     *       ],
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description How many, 1 to 100 (50) */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The conversation
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "direction": "inbound",
                     *           "byAssistant": true,
                     *           "author": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "type": "text",
                     *           "text": "Bonjour, je suis intéressée par vos chaussures Nike",
                     *           "media": {
                     *             "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *             "kind": "image",
                     *             "mimeType": "image/jpeg",
                     *             "fileName": "air-max.jpg",
                     *             "sizeBytes": 48213,
                     *             "state": "pending",
                     *             "problem": "Le numéro n’est pas sur WhatsApp",
                     *             "createdAt": "2026-11-23T09:05:00.000Z"
                     *           },
                     *           "state": "received",
                     *           "problem": "Le numéro n’est pas sur WhatsApp",
                     *           "replyTo": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "editedAt": "2026-11-23T09:05:00.000Z",
                     *           "deletedAt": "2026-11-23T09:05:00.000Z",
                     *           "reactions": [
                     *             {
                     *               "emoji": "👍",
                     *               "by": "customer",
                     *               "at": "2026-11-23T09:05:00.000Z"
                     *             }
                     *           ],
                     *           "location": {
                     *             "latitude": 1,
                     *             "longitude": 1,
                     *             "name": "Nike Air Max 90",
                     *             "address": "203.0.113.7"
                     *           },
                     *           "createdAt": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi"
                     *     }
                     */
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    replyToCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The conversation
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "text": "Oui, nous avons la Nike Air Max 90 en 38."
                 *     }
                 */
                "application/json": components["schemas"]["ReplyToCustomer"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "direction": "inbound",
                     *       "byAssistant": true,
                     *       "author": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "type": "text",
                     *       "text": "Bonjour, je suis intéressée par vos chaussures Nike",
                     *       "media": {
                     *         "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *         "kind": "image",
                     *         "mimeType": "image/jpeg",
                     *         "fileName": "air-max.jpg",
                     *         "sizeBytes": 48213,
                     *         "state": "pending",
                     *         "problem": "Le numéro n’est pas sur WhatsApp",
                     *         "createdAt": "2026-11-23T09:05:00.000Z"
                     *       },
                     *       "state": "received",
                     *       "problem": "Le numéro n’est pas sur WhatsApp",
                     *       "replyTo": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "editedAt": "2026-11-23T09:05:00.000Z",
                     *       "deletedAt": "2026-11-23T09:05:00.000Z",
                     *       "reactions": [
                     *         {
                     *           "emoji": "👍",
                     *           "by": "customer",
                     *           "at": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ],
                     *       "location": {
                     *         "latitude": 1,
                     *         "longitude": 1,
                     *         "name": "Nike Air Max 90",
                     *         "address": "203.0.113.7"
                     *       },
                     *       "createdAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    reactToMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The conversation
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                conversationId: string;
                /**
                 * @description The message
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "emoji": "👍"
                 *     }
                 */
                "application/json": components["schemas"]["ReactToMessage"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "direction": "inbound",
                     *       "byAssistant": true,
                     *       "author": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "type": "text",
                     *       "text": "Bonjour, je suis intéressée par vos chaussures Nike",
                     *       "media": {
                     *         "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *         "kind": "image",
                     *         "mimeType": "image/jpeg",
                     *         "fileName": "air-max.jpg",
                     *         "sizeBytes": 48213,
                     *         "state": "pending",
                     *         "problem": "Le numéro n’est pas sur WhatsApp",
                     *         "createdAt": "2026-11-23T09:05:00.000Z"
                     *       },
                     *       "state": "received",
                     *       "problem": "Le numéro n’est pas sur WhatsApp",
                     *       "replyTo": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "editedAt": "2026-11-23T09:05:00.000Z",
                     *       "deletedAt": "2026-11-23T09:05:00.000Z",
                     *       "reactions": [
                     *         {
                     *           "emoji": "👍",
                     *           "by": "customer",
                     *           "at": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ],
                     *       "location": {
                     *         "latitude": 1,
                     *         "longitude": 1,
                     *         "name": "Nike Air Max 90",
                     *         "address": "203.0.113.7"
                     *       },
                     *       "createdAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    resendMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The conversation
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                conversationId: string;
                /**
                 * @description The message that failed
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "direction": "inbound",
                     *       "byAssistant": true,
                     *       "author": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "type": "text",
                     *       "text": "Bonjour, je suis intéressée par vos chaussures Nike",
                     *       "media": {
                     *         "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *         "kind": "image",
                     *         "mimeType": "image/jpeg",
                     *         "fileName": "air-max.jpg",
                     *         "sizeBytes": 48213,
                     *         "state": "pending",
                     *         "problem": "Le numéro n’est pas sur WhatsApp",
                     *         "createdAt": "2026-11-23T09:05:00.000Z"
                     *       },
                     *       "state": "received",
                     *       "problem": "Le numéro n’est pas sur WhatsApp",
                     *       "replyTo": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "editedAt": "2026-11-23T09:05:00.000Z",
                     *       "deletedAt": "2026-11-23T09:05:00.000Z",
                     *       "reactions": [
                     *         {
                     *           "emoji": "👍",
                     *           "by": "customer",
                     *           "at": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ],
                     *       "location": {
                     *         "latitude": 1,
                     *         "longitude": 1,
                     *         "name": "Nike Air Max 90",
                     *         "address": "203.0.113.7"
                     *       },
                     *       "createdAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["MessageView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listNotes: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description How many, 1 to 100 (50) */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The conversation
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "text": "Bonjour, je suis intéressée par vos chaussures Nike",
                     *           "author": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "createdAt": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi"
                     *     }
                     */
                    "application/json": components["schemas"]["NotePage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    addNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The conversation
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "text": "Bonjour, je suis intéressée par vos chaussures Nike"
                 *     }
                 */
                "application/json": components["schemas"]["AddNote"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "text": "Bonjour, je suis intéressée par vos chaussures Nike",
                     *       "author": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "createdAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["NoteView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The conversation
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                conversationId: string;
                /**
                 * @description The note
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                noteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    markConversationRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The conversation
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "upToMessageId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                 *     }
                 */
                "application/json": components["schemas"]["MarkConversationRead"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "customerName": "Aminata Traoré",
                     *       "customerPhone": "+2250598765432",
                     *       "status": "open",
                     *       "handoverReason": "La cliente demande une personne",
                     *       "lastMessage": "Je fais du 38",
                     *       "lastMessageAt": "2026-11-23T09:05:00.000Z",
                     *       "unread": 1,
                     *       "labels": [
                     *         "grossiste"
                     *       ],
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    takeOverConversation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The conversation
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                conversationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "customerName": "Aminata Traoré",
                     *       "customerPhone": "+2250598765432",
                     *       "status": "open",
                     *       "handoverReason": "La cliente demande une personne",
                     *       "lastMessage": "Je fais du 38",
                     *       "lastMessageAt": "2026-11-23T09:05:00.000Z",
                     *       "unread": 1,
                     *       "labels": [
                     *         "grossiste"
                     *       ],
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCouriers: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description How many, 1 to 100 (50) */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "fullName": "Mamadou Diabaté",
                     *           "phone": "+2250712345678",
                     *           "zones": [
                     *             "Cocody",
                     *             "Marcory",
                     *             "Plateau"
                     *           ],
                     *           "active": true,
                     *           "version": 3,
                     *           "createdAt": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi"
                     *     }
                     */
                    "application/json": components["schemas"]["CourierPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    registerCourier: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fullName": "Mamadou Diabaté",
                 *       "phone": "+2250712345678",
                 *       "zones": [
                 *         "Cocody",
                 *         "Marcory",
                 *         "Plateau"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["RegisterCourier"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "fullName": "Mamadou Diabaté",
                     *       "phone": "+2250712345678",
                     *       "zones": [
                     *         "Cocody",
                     *         "Marcory",
                     *         "Plateau"
                     *       ],
                     *       "active": true,
                     *       "version": 3,
                     *       "createdAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CourierView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCourier: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the answer that you kept; when nothing changed since, this one is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The courier
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                courierId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "fullName": "Mamadou Diabaté",
                     *       "phone": "+2250712345678",
                     *       "zones": [
                     *         "Cocody",
                     *         "Marcory",
                     *         "Plateau"
                     *       ],
                     *       "active": true,
                     *       "version": 3,
                     *       "createdAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CourierView"];
                };
            };
            /** @description It has not changed since */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeCourier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The courier
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                courierId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateCourier: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
                /** @description ETag that the edit was made on; when somebody else’s edit came first, nothing changes and the answer is 412 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The courier
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                courierId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "fullName": "Mamadou Diabaté",
                 *       "phone": "+2250712345678",
                 *       "zones": [
                 *         "Cocody",
                 *         "Marcory",
                 *         "Plateau"
                 *       ],
                 *       "active": true
                 *     }
                 */
                "application/json": components["schemas"]["UpdateCourier"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "fullName": "Mamadou Diabaté",
                     *       "phone": "+2250712345678",
                     *       "zones": [
                     *         "Cocody",
                     *         "Marcory",
                     *         "Plateau"
                     *       ],
                     *       "active": true,
                     *       "version": 3,
                     *       "createdAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CourierView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    asksDashboard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "seller": {
                     *         "lastName": "Kouadio",
                     *         "firstName": "Jean",
                     *         "email": "kouadio@gmail.com",
                     *         "phone": "+2250712345678",
                     *         "country": "Côte d'Ivoire",
                     *         "sector": "Chaussures",
                     *         "shopName": "Kouadio Chaussures",
                     *         "pickupAddress": "Abobo, Magasin Kouadio Chaussures",
                     *         "timeZone": "Africa/Abidjan",
                     *         "openingHours": "Lundi à samedi, 8 h à 19 h",
                     *         "hours": [
                     *           {
                     *             "weekday": 1,
                     *             "opens": "08:00",
                     *             "closes": "19:00"
                     *           }
                     *         ],
                     *         "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *         "createdAt": "2026-11-23T09:05:00.000Z",
                     *         "version": 3
                     *       },
                     *       "figures": {
                     *         "today": {
                     *           "messagesReceived": 42,
                     *           "ordersCreated": 7,
                     *           "revenue": 315000,
                     *           "emailsProcessed": 3
                     *         },
                     *         "yesterday": {
                     *           "messagesReceived": 42,
                     *           "ordersCreated": 7,
                     *           "revenue": 315000,
                     *           "emailsProcessed": 3
                     *         },
                     *         "last7Days": {
                     *           "messagesReceived": 42,
                     *           "ordersCreated": 7,
                     *           "revenue": 315000,
                     *           "emailsProcessed": 3
                     *         },
                     *         "previous7Days": {
                     *           "messagesReceived": 42,
                     *           "ordersCreated": 7,
                     *           "revenue": 315000,
                     *           "emailsProcessed": 3
                     *         },
                     *         "last30Days": {
                     *           "messagesReceived": 42,
                     *           "ordersCreated": 7,
                     *           "revenue": 315000,
                     *           "emailsProcessed": 3
                     *         }
                     *       },
                     *       "inbox": {
                     *         "open": 1,
                     *         "human": 1,
                     *         "unread": 1
                     *       },
                     *       "orders": {
                     *         "byStatus": [
                     *           {
                     *             "status": "draft",
                     *             "count": 1
                     *           }
                     *         ],
                     *         "lowProducts": 1
                     *       },
                     *       "deliveries": {
                     *         "byStatus": [
                     *           {
                     *             "status": "planned",
                     *             "count": 1
                     *           }
                     *         ],
                     *         "unassigned": 1
                     *       },
                     *       "unreadNotices": 1
                     *     }
                     */
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Only of this courier */
                courierId?: string;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Planned for this day or later */
                from?: string;
                /** @description How many, 1 to 100 (50) */
                limit?: number;
                /** @description Only of this order */
                orderId?: string;
                /** @description Only in this status */
                status?: "planned" | "picked-up" | "completed" | "attempt-failed" | "cancelled";
                /** @description Planned for this day or before */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "orderNumber": "CMD-20261123-000001",
                     *           "courierId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "courierName": "Mamadou Diabaté",
                     *           "plannedFor": "2026-11-23T09:05:00.000Z",
                     *           "pickupAddress": "Abobo, Magasin Kouadio Chaussures",
                     *           "destination": "Cocody, Angré 7ème tranche, Villa 123",
                     *           "fee": 2000,
                     *           "amountToCollect": 47000,
                     *           "collected": 47000,
                     *           "status": "planned",
                     *           "reason": "La cliente a changé d’avis",
                     *           "attempts": 1,
                     *           "version": 3,
                     *           "createdAt": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi"
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the answer that you kept; when nothing changed since, this one is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The delivery
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "orderNumber": "CMD-20261123-000001",
                     *       "courierId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "courierName": "Mamadou Diabaté",
                     *       "plannedFor": "2026-11-23T09:05:00.000Z",
                     *       "pickupAddress": "Abobo, Magasin Kouadio Chaussures",
                     *       "destination": "Cocody, Angré 7ème tranche, Villa 123",
                     *       "fee": 2000,
                     *       "amountToCollect": 47000,
                     *       "collected": 47000,
                     *       "status": "planned",
                     *       "reason": "La cliente a changé d’avis",
                     *       "attempts": 1,
                     *       "version": 3,
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "history": [
                     *         {
                     *           "from": "none",
                     *           "to": "planned",
                     *           "courierName": "Mamadou Diabaté",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "reason": "La cliente a changé d’avis",
                     *           "collected": 47000,
                     *           "at": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ],
                     *       "failedAttempts": [
                     *         {
                     *           "number": 1,
                     *           "failure": "Téléphone éteint",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "at": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryDetailView"];
                };
            };
            /** @description It has not changed since */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    reassignDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
                /** @description ETag that the edit was made on; when somebody else’s edit came first, nothing changes and the answer is 412 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The delivery
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "courierId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "plannedFor": "2026-11-23T09:05:00.000Z",
                 *       "reason": "La cliente a changé d’avis"
                 *     }
                 */
                "application/json": components["schemas"]["ReassignDelivery"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "orderNumber": "CMD-20261123-000001",
                     *       "courierId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "courierName": "Mamadou Diabaté",
                     *       "plannedFor": "2026-11-23T09:05:00.000Z",
                     *       "pickupAddress": "Abobo, Magasin Kouadio Chaussures",
                     *       "destination": "Cocody, Angré 7ème tranche, Villa 123",
                     *       "fee": 2000,
                     *       "amountToCollect": 47000,
                     *       "collected": 47000,
                     *       "status": "planned",
                     *       "reason": "La cliente a changé d’avis",
                     *       "attempts": 1,
                     *       "version": 3,
                     *       "createdAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    reportDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The delivery
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "what": "picked-up",
                 *       "collected": 47000,
                 *       "reason": "La cliente a changé d’avis"
                 *     }
                 */
                "application/json": components["schemas"]["ReportDelivery"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "orderNumber": "CMD-20261123-000001",
                     *       "courierId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "courierName": "Mamadou Diabaté",
                     *       "plannedFor": "2026-11-23T09:05:00.000Z",
                     *       "pickupAddress": "Abobo, Magasin Kouadio Chaussures",
                     *       "destination": "Cocody, Angré 7ème tranche, Villa 123",
                     *       "fee": 2000,
                     *       "amountToCollect": 47000,
                     *       "collected": 47000,
                     *       "status": "planned",
                     *       "reason": "La cliente a changé d’avis",
                     *       "attempts": 1,
                     *       "version": 3,
                     *       "createdAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listZones: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "zones": [
                     *         {
                     *           "zone": "Cocody",
                     *           "fee": 2000,
                     *           "delay": "24 à 48 h"
                     *         }
                     *       ],
                     *       "uncovered": [
                     *         {
                     *           "zone": "Cocody",
                     *           "fee": 2000,
                     *           "delay": "24 à 48 h"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryZones"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    setZoneFees: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "zones": [
                 *         {
                 *           "zone": "Cocody",
                 *           "fee": 2000,
                 *           "delay": "24 à 48 h"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SetZoneFees"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "zones": [
                     *         {
                     *           "zone": "Cocody",
                     *           "fee": 2000,
                     *           "delay": "24 à 48 h"
                     *         }
                     *       ],
                     *       "uncovered": [
                     *         {
                     *           "zone": "Cocody",
                     *           "fee": 2000,
                     *           "delay": "24 à 48 h"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DeliveryZones"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEmailAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "provider": "gmail",
                     *           "email": "kouadio@gmail.com",
                     *           "status": "connected",
                     *           "createdAt": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["EmailAccounts"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    connectEmailAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "provider": "gmail",
                 *       "email": "kouadio@gmail.com",
                 *       "refreshToken": "kJ3vX0pQm8r5tYw2zA4bC6dE8fG1hI3jK5lM7nO9pQ0"
                 *     }
                 */
                "application/json": components["schemas"]["ConnectEmailAccount"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "provider": "gmail",
                     *       "email": "kouadio@gmail.com",
                     *       "status": "connected",
                     *       "createdAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["EmailAccountView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    disconnectEmailAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "provider": "gmail",
                     *       "email": "kouadio@gmail.com",
                     *       "status": "connected",
                     *       "createdAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["EmailAccountView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    asksEmailAccountHealth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "provider": "gmail",
                     *       "email": "kouadio@gmail.com",
                     *       "status": "connected",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "health": {
                     *         "state": "working",
                     *         "problem": "Le numéro n’est pas sur WhatsApp",
                     *         "lastReadAt": "2026-11-23T09:05:00.000Z",
                     *         "watchedUntil": "2026-11-23T09:05:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["EmailAccountWithHealth"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEmails: {
        parameters: {
            query?: {
                /** @description Only of this mailbox */
                accountId?: string;
                /** @description Only of this class */
                classification?: "urgent" | "commande" | "facture" | "fournisseur" | "client" | "publicite" | "notification" | "autre";
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Only done with (true), or not (false) */
                handled?: boolean;
                /** @description How many, 1 to 100 (50) */
                limit?: number;
                /** @description Only of this priority */
                priority?: "important" | "normal" | "faible";
                /** @description Only read (true), or not (false) */
                read?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "emailId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "accountId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "from": "Fournisseur Nike CI <fournisseur@nike-ci.com>",
                     *           "subject": "Nouveau stock Nike disponible - Livraison urgent",
                     *           "priority": "important",
                     *           "receivedAt": "2026-11-23T09:05:00.000Z",
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "read": true,
                     *           "handled": true,
                     *           "analysis": {
                     *             "classification": "urgent",
                     *             "summary": "Le fournisseur annonce un nouveau stock et demande une réponse aujourd’hui.",
                     *             "action": "repondre_urgent",
                     *             "confidence": 0.95,
                     *             "analysedAt": "2026-11-23T09:05:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi"
                     *     }
                     */
                    "application/json": components["schemas"]["EmailPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEmail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The mail
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                emailId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "emailId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "accountId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "from": "Fournisseur Nike CI <fournisseur@nike-ci.com>",
                     *       "subject": "Nouveau stock Nike disponible - Livraison urgent",
                     *       "priority": "important",
                     *       "receivedAt": "2026-11-23T09:05:00.000Z",
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "read": true,
                     *       "handled": true,
                     *       "analysis": {
                     *         "classification": "urgent",
                     *         "summary": "Le fournisseur annonce un nouveau stock et demande une réponse aujourd’hui.",
                     *         "action": "repondre_urgent",
                     *         "confidence": 0.95,
                     *         "analysedAt": "2026-11-23T09:05:00.000Z"
                     *       },
                     *       "text": "Bonjour, je suis intéressée par vos chaussures Nike",
                     *       "textCut": true,
                     *       "acts": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "act": "reply",
                     *           "state": "pending",
                     *           "problem": "Le numéro n’est pas sur WhatsApp",
                     *           "createdAt": "2026-11-23T09:05:00.000Z",
                     *           "doneAt": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["EmailDetailView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    markEmail: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The mail
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                emailId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "read": true,
                 *       "handled": true
                 *     }
                 */
                "application/json": components["schemas"]["MarkEmail"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "emailId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "accountId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "from": "Fournisseur Nike CI <fournisseur@nike-ci.com>",
                     *       "subject": "Nouveau stock Nike disponible - Livraison urgent",
                     *       "priority": "important",
                     *       "receivedAt": "2026-11-23T09:05:00.000Z",
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "read": true,
                     *       "handled": true,
                     *       "analysis": {
                     *         "classification": "urgent",
                     *         "summary": "Le fournisseur annonce un nouveau stock et demande une réponse aujourd’hui.",
                     *         "action": "repondre_urgent",
                     *         "confidence": 0.95,
                     *         "analysedAt": "2026-11-23T09:05:00.000Z"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["EmailView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    actOnEmail: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The mail
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                emailId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "act": "reply",
                 *       "text": "Bonjour, je suis intéressée par vos chaussures Nike"
                 *     }
                 */
                "application/json": components["schemas"]["ActOnEmail"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "act": "reply",
                     *       "state": "pending",
                     *       "problem": "Le numéro n’est pas sur WhatsApp",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "doneAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["EmailActView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listApiEvents: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description How many, 1 to 100 (50) */
                limit?: number;
                /** @description Only of this type */
                type?: "prospect.created" | "prospect.merged" | "conversation.started" | "conversation.changed" | "conversation.handed-over" | "conversation.request-passed-on" | "message.received" | "message.sent" | "message.failed" | "order.drafted" | "order.confirmed" | "order.rejected" | "order.edited" | "order.edit-refused" | "order.payments-changed" | "order.refunds-changed" | "order.status-changed" | "order.cancelled" | "delivery.planned" | "delivery.unassigned" | "delivery.picked-up" | "delivery.attempt-failed" | "delivery.completed" | "delivery.cancelled" | "product.listed" | "product.updated" | "stock.changed" | "stock.low" | "email.received" | "email.analysed" | "notification.sent" | "notification.failed" | "figures.updated";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "type": "message.received",
                     *           "occurredAt": "2026-11-23T09:05:00.000Z",
                     *           "data": {
                     *             "messageId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *             "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *             "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *             "type": "text",
                     *             "sentAt": "2026-11-23T09:05:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi"
                     *     }
                     */
                    "application/json": components["schemas"]["ApiEventPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getFigures: {
        parameters: {
            query?: {
                /** @description First day */
                from?: string;
                /** @description Last day */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "days": [
                     *         {
                     *           "day": "2026-11-23",
                     *           "messagesReceived": 42,
                     *           "ordersCreated": 7,
                     *           "revenue": 315000,
                     *           "emailsProcessed": 3
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["FiguresRange"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    asksFiguresFile: {
        parameters: {
            query?: {
                /** @description First day */
                from?: string;
                /** @description Last day */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example Jour;Messages reçus;Commandes créées;Chiffre d'affaires (FCFA);E-mails traités
                     *     2026-11-23;42;7;315000;3
                     */
                    "text/csv": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listJournal: {
        parameters: {
            query?: {
                /** @description Only this chain */
                correlationId?: string;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description How many, 1 to 100 (50) */
                limit?: number;
                /** @description Only about this thing */
                reference?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "eventId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "event": "order.confirmed",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "correlationId": "6f1c1f5e-demande-1",
                     *           "occurredAt": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi"
                     *     }
                     */
                    "application/json": components["schemas"]["JournalPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listLabels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "label": "grossiste",
                     *           "conversations": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Labels"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "seller": {
                     *         "lastName": "Kouadio",
                     *         "firstName": "Jean",
                     *         "email": "kouadio@gmail.com",
                     *         "phone": "+2250712345678",
                     *         "country": "Côte d'Ivoire",
                     *         "sector": "Chaussures",
                     *         "shopName": "Kouadio Chaussures",
                     *         "pickupAddress": "Abobo, Magasin Kouadio Chaussures",
                     *         "timeZone": "Africa/Abidjan",
                     *         "openingHours": "Lundi à samedi, 8 h à 19 h",
                     *         "hours": [
                     *           {
                     *             "weekday": 1,
                     *             "opens": "08:00",
                     *             "closes": "19:00"
                     *           }
                     *         ],
                     *         "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *         "createdAt": "2026-11-23T09:05:00.000Z",
                     *         "version": 3
                     *       },
                     *       "member": {
                     *         "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *         "lastName": "Kouadio",
                     *         "firstName": "Jean",
                     *         "email": "kouadio@gmail.com",
                     *         "phone": "+2250712345678",
                     *         "role": "owner",
                     *         "status": "invited",
                     *         "createdAt": "2026-11-23T09:05:00.000Z",
                     *         "lastSeenAt": "2026-11-23T09:05:00.000Z",
                     *         "version": 3
                     *       },
                     *       "scopes": [
                     *         "orders:read",
                     *         "events:read"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["MeView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    uploadMedia: {
        parameters: {
            query?: {
                /**
                 * @description Name that the customer sees of a document
                 * @example Facture CMD-20261123-000001.pdf
                 */
                fileName?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The file */
        requestBody: {
            content: {
                /** @example … */
                "application/msword": string;
                /** @example … */
                "application/pdf": string;
                /** @example … */
                "application/vnd.ms-excel": string;
                /** @example … */
                "application/vnd.ms-powerpoint": string;
                /** @example … */
                "application/vnd.openxmlformats-officedocument.presentationml.presentation": string;
                /** @example … */
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                /** @example … */
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                /** @example … */
                "audio/aac": string;
                /** @example … */
                "audio/amr": string;
                /** @example … */
                "audio/mp4": string;
                /** @example … */
                "audio/mpeg": string;
                /** @example … */
                "audio/ogg": string;
                /** @example … */
                "image/jpeg": string;
                /** @example … */
                "image/png": string;
                /** @example … */
                "image/webp": string;
                /** @example … */
                "text/plain": string;
                /** @example … */
                "video/3gpp": string;
                /** @example … */
                "video/mp4": string;
            };
        };
        responses: {
            /** @description It is here */
            201: {
                headers: {
                    /**
                     * @description Where it can be read
                     * @example /v1/media/0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                     */
                    Location?: string;
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "kind": "image",
                     *       "mimeType": "image/jpeg",
                     *       "fileName": "air-max.jpg",
                     *       "sizeBytes": 48213,
                     *       "state": "pending",
                     *       "problem": "Le numéro n’est pas sur WhatsApp",
                     *       "createdAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["MediaView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            /** @description The request does not say how long the file is (Content-Length) */
            411: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:fluxasync:problem:length-required",
                     *       "title": "Length Required",
                     *       "status": 411,
                     *       "code": "LENGTH_REQUIRED",
                     *       "detail": "La demande doit indiquer la taille du fichier (en-tête Content-Length).",
                     *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                     *       "correlation_id": "6f1c1f5e-demande-1"
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WhatsApp takes no file of this type that is so large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:fluxasync:problem:media-too-large",
                     *       "title": "Content Too Large",
                     *       "status": 413,
                     *       "code": "MEDIA_TOO_LARGE",
                     *       "detail": "Ce fichier est trop volumineux pour WhatsApp.",
                     *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                     *       "correlation_id": "6f1c1f5e-demande-1",
                     *       "facts": {
                     *         "bytes": 6000000,
                     *         "limit": 5242880
                     *       }
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description WhatsApp takes no file of this type, or the file is of another */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:fluxasync:problem:media-type-refused",
                     *       "title": "Unsupported Media Type",
                     *       "status": 415,
                     *       "code": "MEDIA_TYPE_REFUSED",
                     *       "detail": "WhatsApp n'accepte pas ce type de fichier.",
                     *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                     *       "correlation_id": "6f1c1f5e-demande-1",
                     *       "facts": {
                     *         "mimeType": "text/html"
                     *       }
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    downloadMedia: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description ETag of what you have
                 * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                 */
                "If-None-Match"?: string;
                /**
                 * @description One part of the file; asked for several, all of it is sent
                 * @example bytes=0-1023
                 */
                Range?: string;
            };
            path: {
                /**
                 * @description The file
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                mediaId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    /**
                     * @description Parts can be asked for
                     * @example bytes
                     */
                    "Accept-Ranges"?: string;
                    /**
                     * @description `inline` for what can be shown, `attachment` for everything else, with its name
                     * @example attachment; filename="Recu.pdf"; filename*=UTF-8''Re%C3%A7u.pdf
                     */
                    "Content-Disposition"?: string;
                    /**
                     * @description SHA-256 of the file
                     * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     */
                    ETag?: string;
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example … */
                    "application/octet-stream": string;
                    /** @example … */
                    "application/pdf": string;
                    /** @example … */
                    "audio/*": string;
                    /** @example … */
                    "image/*": string;
                    /** @example … */
                    "video/*": string;
                };
            };
            /** @description The part that was asked for */
            206: {
                headers: {
                    /**
                     * @description Parts can be asked for
                     * @example bytes
                     */
                    "Accept-Ranges"?: string;
                    /**
                     * @description `inline` for what can be shown, `attachment` for everything else, with its name
                     * @example attachment; filename="Recu.pdf"; filename*=UTF-8''Re%C3%A7u.pdf
                     */
                    "Content-Disposition"?: string;
                    /**
                     * @description Which part of how many bytes
                     * @example bytes 0-1023/48213
                     */
                    "Content-Range"?: string;
                    /**
                     * @description SHA-256 of the file
                     * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     */
                    ETag?: string;
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /** @example … */
                    "application/octet-stream": string;
                    /** @example … */
                    "application/pdf": string;
                    /** @example … */
                    "audio/*": string;
                    /** @example … */
                    "image/*": string;
                    /** @example … */
                    "video/*": string;
                };
            };
            /** @description You have it */
            304: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description It is still being fetched from WhatsApp; see Retry-After */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:fluxasync:problem:media-not-ready",
                     *       "title": "Conflict",
                     *       "status": 409,
                     *       "code": "MEDIA_NOT_READY",
                     *       "detail": "Ce fichier est en cours de récupération chez WhatsApp ; réessayez dans un instant.",
                     *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                     *       "correlation_id": "6f1c1f5e-demande-1",
                     *       "facts": {
                     *         "mediaId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                     *       }
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file has no such part */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "type": "urn:fluxasync:problem:range-not-satisfiable",
                     *       "title": "Range Not Satisfiable",
                     *       "status": 416,
                     *       "code": "RANGE_NOT_SATISFIABLE",
                     *       "detail": "Le fichier n'a pas cette partie.",
                     *       "trace_id": "0af7651916cd43dd8448eb211c80319c",
                     *       "correlation_id": "6f1c1f5e-demande-1",
                     *       "facts": {
                     *         "size": 48213
                     *       }
                     *     }
                     */
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "lastName": "Kouadio",
                     *           "firstName": "Jean",
                     *           "email": "kouadio@gmail.com",
                     *           "phone": "+2250712345678",
                     *           "role": "owner",
                     *           "status": "invited",
                     *           "createdAt": "2026-11-23T09:05:00.000Z",
                     *           "lastSeenAt": "2026-11-23T09:05:00.000Z",
                     *           "version": 3
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Members"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    inviteMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lastName": "Kouadio",
                 *       "firstName": "Jean",
                 *       "email": "kouadio@gmail.com",
                 *       "phone": "+2250712345678",
                 *       "role": "owner"
                 *     }
                 */
                "application/json": components["schemas"]["InviteMember"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "lastName": "Kouadio",
                     *       "firstName": "Jean",
                     *       "email": "kouadio@gmail.com",
                     *       "phone": "+2250712345678",
                     *       "role": "owner",
                     *       "status": "invited",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "lastSeenAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The member
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
                /** @description ETag that the edit was made on; when somebody else’s edit came first, nothing changes and the answer is 412 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The member
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "lastName": "Kouadio",
                 *       "firstName": "Jean",
                 *       "phone": "+2250712345678",
                 *       "role": "owner"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateMember"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "lastName": "Kouadio",
                     *       "firstName": "Jean",
                     *       "email": "kouadio@gmail.com",
                     *       "phone": "+2250712345678",
                     *       "role": "owner",
                     *       "status": "invited",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "lastSeenAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    resendInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The member
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "lastName": "Kouadio",
                     *       "firstName": "Jean",
                     *       "email": "kouadio@gmail.com",
                     *       "phone": "+2250712345678",
                     *       "role": "owner",
                     *       "status": "invited",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "lastSeenAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["MemberView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getNoticePreferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the answer that you kept; when nothing changed since, this one is 304 without a body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "nouvelle_commande",
                     *           "whatsapp": true,
                     *           "title": "Nouvelle commande reçue",
                     *           "fixed": true
                     *         }
                     *       ],
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["NoticePreferences"];
                };
            };
            /** @description It has not changed since */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateNoticePreferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
                /** @description ETag that the edit was made on; when somebody else’s edit came first, nothing changes and the answer is 412 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "preferences": [
                 *         {
                 *           "kind": "nouvelle_commande",
                 *           "whatsapp": true
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UpdateNoticePreferences"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "kind": "nouvelle_commande",
                     *           "whatsapp": true,
                     *           "title": "Nouvelle commande reçue",
                     *           "fixed": true
                     *         }
                     *       ],
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["NoticePreferences"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description How many, 1 to 100 (50) */
                limit?: number;
                /** @description Only what the seller has read (true), or not (false); concerns notices to him */
                read?: boolean;
                /** @description Only to these */
                recipient?: "seller" | "customer" | "courier";
                /** @description Only about this order, delivery, conversation or mail */
                referenceId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "kind": "nouvelle_commande",
                     *           "title": "Nouvelle commande reçue",
                     *           "content": "Aminata Traoré a commandé 1x Nike Air Max 90 - Total: 45.000 FCFA",
                     *           "recipient": "seller",
                     *           "channel": "whatsapp",
                     *           "referenceId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "referenceType": "commande",
                     *           "state": "pending",
                     *           "problem": "Le numéro n’est pas sur WhatsApp",
                     *           "read": true,
                     *           "createdAt": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi"
                     *     }
                     */
                    "application/json": components["schemas"]["NotificationPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    markNotificationsRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["MarkNotificationsRead"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "marked": 1
                     *     }
                     */
                    "application/json": components["schemas"]["MarkedNotifications"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description Only from this conversation */
                conversationId?: string;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description Created on this day or later */
                from?: string;
                /** @description How many, 1 to 100 (50) */
                limit?: number;
                /** @description Only of this prospect */
                prospectId?: string;
                /** @description Part of a number, a name or a telephone */
                search?: string;
                /** @description Only in this status */
                status?: "draft" | "confirmed" | "preparing" | "ready" | "out-for-delivery" | "delivered" | "cancelled" | "returned" | "delivery-failed";
                /** @description Created on this day or before */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "number": "CMD-20261123-000001",
                     *           "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "customerName": "Aminata Traoré",
                     *           "customerPhone": "+2250598765432",
                     *           "lines": [
                     *             {
                     *               "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *               "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *               "size": "38",
                     *               "color": "blanc",
                     *               "quantity": 1,
                     *               "agreedPrice": 45000,
                     *               "productName": "Nike Air Max 90",
                     *               "unitPrice": 45000,
                     *               "lineTotal": 45000
                     *             }
                     *           ],
                     *           "total": 45000,
                     *           "deliveryFee": 2000,
                     *           "paid": 10000,
                     *           "amountToCollect": 37000,
                     *           "toRefund": 0,
                     *           "refunded": 0,
                     *           "exchangeOf": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                     *           "deliveryPhone": "+2250598765432",
                     *           "status": "draft",
                     *           "createdAt": "2026-11-23T09:05:00.000Z",
                     *           "version": 3
                     *         }
                     *       ],
                     *       "nextCursor": "MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi"
                     *     }
                     */
                    "application/json": components["schemas"]["OrderPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    placeOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "customerName": "Aminata Traoré",
                 *       "customerPhone": "+2250598765432",
                 *       "lines": [
                 *         {
                 *           "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *           "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *           "size": "38",
                 *           "color": "blanc",
                 *           "quantity": 1,
                 *           "agreedPrice": 45000
                 *         }
                 *       ],
                 *       "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                 *       "deliveryPhone": "+2250598765432",
                 *       "draft": true
                 *     }
                 */
                "application/json": components["schemas"]["PlaceOrder"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "number": "CMD-20261123-000001",
                     *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "customerName": "Aminata Traoré",
                     *       "customerPhone": "+2250598765432",
                     *       "lines": [
                     *         {
                     *           "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "quantity": 1,
                     *           "agreedPrice": 45000,
                     *           "productName": "Nike Air Max 90",
                     *           "unitPrice": 45000,
                     *           "lineTotal": 45000
                     *         }
                     *       ],
                     *       "total": 45000,
                     *       "deliveryFee": 2000,
                     *       "paid": 10000,
                     *       "amountToCollect": 37000,
                     *       "toRefund": 0,
                     *       "refunded": 0,
                     *       "exchangeOf": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                     *       "deliveryPhone": "+2250598765432",
                     *       "status": "draft",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["OrderView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the answer that you kept; when nothing changed since, this one is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The order
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "number": "CMD-20261123-000001",
                     *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "customerName": "Aminata Traoré",
                     *       "customerPhone": "+2250598765432",
                     *       "lines": [
                     *         {
                     *           "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "quantity": 1,
                     *           "agreedPrice": 45000,
                     *           "productName": "Nike Air Max 90",
                     *           "unitPrice": 45000,
                     *           "lineTotal": 45000
                     *         }
                     *       ],
                     *       "total": 45000,
                     *       "deliveryFee": 2000,
                     *       "paid": 10000,
                     *       "amountToCollect": 37000,
                     *       "toRefund": 0,
                     *       "refunded": 0,
                     *       "exchangeOf": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                     *       "deliveryPhone": "+2250598765432",
                     *       "status": "draft",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3,
                     *       "payments": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "method": "wave",
                     *           "amount": 10000,
                     *           "reference": "MP261123.0905.A12345",
                     *           "deliveryId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "at": "2026-11-23T09:05:00.000Z",
                     *           "voidedAt": "2026-11-23T09:05:00.000Z",
                     *           "voidReason": "Noté pour la mauvaise commande"
                     *         }
                     *       ],
                     *       "refunds": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "method": "wave",
                     *           "amount": 4000,
                     *           "reference": "MP261123.1640.B67890",
                     *           "note": "Remboursé au numéro Wave de sa sœur",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "at": "2026-11-23T09:05:00.000Z",
                     *           "voidedAt": "2026-11-23T09:05:00.000Z",
                     *           "voidReason": "Noté pour la mauvaise commande"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "from": "none",
                     *           "to": "draft",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "reason": "La cliente a changé d’avis",
                     *           "at": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderDetailView"];
                };
            };
            /** @description It has not changed since */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    editOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
                /** @description ETag that the edit was made on; when somebody else’s edit came first, nothing changes and the answer is 412 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The order
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "lines": [
                 *         {
                 *           "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *           "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *           "size": "38",
                 *           "color": "blanc",
                 *           "quantity": 1,
                 *           "agreedPrice": 45000
                 *         }
                 *       ],
                 *       "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                 *       "deliveryPhone": "+2250598765432",
                 *       "reason": "La cliente a changé d’avis"
                 *     }
                 */
                "application/json": components["schemas"]["EditOrder"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "number": "CMD-20261123-000001",
                     *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "customerName": "Aminata Traoré",
                     *       "customerPhone": "+2250598765432",
                     *       "lines": [
                     *         {
                     *           "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "quantity": 1,
                     *           "agreedPrice": 45000,
                     *           "productName": "Nike Air Max 90",
                     *           "unitPrice": 45000,
                     *           "lineTotal": 45000
                     *         }
                     *       ],
                     *       "total": 45000,
                     *       "deliveryFee": 2000,
                     *       "paid": 10000,
                     *       "amountToCollect": 37000,
                     *       "toRefund": 0,
                     *       "refunded": 0,
                     *       "exchangeOf": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                     *       "deliveryPhone": "+2250598765432",
                     *       "status": "draft",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["OrderView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The order
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "La cliente a changé d’avis"
                 *     }
                 */
                "application/json": components["schemas"]["CancelOrder"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "number": "CMD-20261123-000001",
                     *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "customerName": "Aminata Traoré",
                     *       "customerPhone": "+2250598765432",
                     *       "lines": [
                     *         {
                     *           "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "quantity": 1,
                     *           "agreedPrice": 45000,
                     *           "productName": "Nike Air Max 90",
                     *           "unitPrice": 45000,
                     *           "lineTotal": 45000
                     *         }
                     *       ],
                     *       "total": 45000,
                     *       "deliveryFee": 2000,
                     *       "paid": 10000,
                     *       "amountToCollect": 37000,
                     *       "toRefund": 0,
                     *       "refunded": 0,
                     *       "exchangeOf": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                     *       "deliveryPhone": "+2250598765432",
                     *       "status": "draft",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["OrderView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    confirmDraftOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The order
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "number": "CMD-20261123-000001",
                     *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "customerName": "Aminata Traoré",
                     *       "customerPhone": "+2250598765432",
                     *       "lines": [
                     *         {
                     *           "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "quantity": 1,
                     *           "agreedPrice": 45000,
                     *           "productName": "Nike Air Max 90",
                     *           "unitPrice": 45000,
                     *           "lineTotal": 45000
                     *         }
                     *       ],
                     *       "total": 45000,
                     *       "deliveryFee": 2000,
                     *       "paid": 10000,
                     *       "amountToCollect": 37000,
                     *       "toRefund": 0,
                     *       "refunded": 0,
                     *       "exchangeOf": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                     *       "deliveryPhone": "+2250598765432",
                     *       "status": "draft",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["OrderView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    exchangeOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The order that was delivered
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "returned": [
                 *         {
                 *           "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *           "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *           "quantity": 1
                 *         }
                 *       ],
                 *       "lines": [
                 *         {
                 *           "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *           "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *           "size": "38",
                 *           "color": "blanc",
                 *           "quantity": 1,
                 *           "agreedPrice": 45000
                 *         }
                 *       ],
                 *       "reason": "La cliente a changé d’avis"
                 *     }
                 */
                "application/json": components["schemas"]["ExchangeOrder"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "number": "CMD-20261123-000001",
                     *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "customerName": "Aminata Traoré",
                     *       "customerPhone": "+2250598765432",
                     *       "lines": [
                     *         {
                     *           "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "quantity": 1,
                     *           "agreedPrice": 45000,
                     *           "productName": "Nike Air Max 90",
                     *           "unitPrice": 45000,
                     *           "lineTotal": 45000
                     *         }
                     *       ],
                     *       "total": 45000,
                     *       "deliveryFee": 2000,
                     *       "paid": 10000,
                     *       "amountToCollect": 37000,
                     *       "toRefund": 0,
                     *       "refunded": 0,
                     *       "exchangeOf": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                     *       "deliveryPhone": "+2250598765432",
                     *       "status": "draft",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["OrderView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    recordPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The order
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "method": "wave",
                 *       "amount": 10000,
                 *       "reference": "MP261123.0905.A12345"
                 *     }
                 */
                "application/json": components["schemas"]["RecordPayment"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "number": "CMD-20261123-000001",
                     *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "customerName": "Aminata Traoré",
                     *       "customerPhone": "+2250598765432",
                     *       "lines": [
                     *         {
                     *           "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "quantity": 1,
                     *           "agreedPrice": 45000,
                     *           "productName": "Nike Air Max 90",
                     *           "unitPrice": 45000,
                     *           "lineTotal": 45000
                     *         }
                     *       ],
                     *       "total": 45000,
                     *       "deliveryFee": 2000,
                     *       "paid": 10000,
                     *       "amountToCollect": 37000,
                     *       "toRefund": 0,
                     *       "refunded": 0,
                     *       "exchangeOf": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                     *       "deliveryPhone": "+2250598765432",
                     *       "status": "draft",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3,
                     *       "payments": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "method": "wave",
                     *           "amount": 10000,
                     *           "reference": "MP261123.0905.A12345",
                     *           "deliveryId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "at": "2026-11-23T09:05:00.000Z",
                     *           "voidedAt": "2026-11-23T09:05:00.000Z",
                     *           "voidReason": "Noté pour la mauvaise commande"
                     *         }
                     *       ],
                     *       "refunds": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "method": "wave",
                     *           "amount": 4000,
                     *           "reference": "MP261123.1640.B67890",
                     *           "note": "Remboursé au numéro Wave de sa sœur",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "at": "2026-11-23T09:05:00.000Z",
                     *           "voidedAt": "2026-11-23T09:05:00.000Z",
                     *           "voidReason": "Noté pour la mauvaise commande"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "from": "none",
                     *           "to": "draft",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "reason": "La cliente a changé d’avis",
                     *           "at": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderDetailView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    voidPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The order
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                orderId: string;
                /**
                 * @description The payment
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                paymentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "La cliente a changé d’avis"
                 *     }
                 */
                "application/json": components["schemas"]["VoidPayment"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "number": "CMD-20261123-000001",
                     *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "customerName": "Aminata Traoré",
                     *       "customerPhone": "+2250598765432",
                     *       "lines": [
                     *         {
                     *           "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "quantity": 1,
                     *           "agreedPrice": 45000,
                     *           "productName": "Nike Air Max 90",
                     *           "unitPrice": 45000,
                     *           "lineTotal": 45000
                     *         }
                     *       ],
                     *       "total": 45000,
                     *       "deliveryFee": 2000,
                     *       "paid": 10000,
                     *       "amountToCollect": 37000,
                     *       "toRefund": 0,
                     *       "refunded": 0,
                     *       "exchangeOf": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                     *       "deliveryPhone": "+2250598765432",
                     *       "status": "draft",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3,
                     *       "payments": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "method": "wave",
                     *           "amount": 10000,
                     *           "reference": "MP261123.0905.A12345",
                     *           "deliveryId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "at": "2026-11-23T09:05:00.000Z",
                     *           "voidedAt": "2026-11-23T09:05:00.000Z",
                     *           "voidReason": "Noté pour la mauvaise commande"
                     *         }
                     *       ],
                     *       "refunds": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "method": "wave",
                     *           "amount": 4000,
                     *           "reference": "MP261123.1640.B67890",
                     *           "note": "Remboursé au numéro Wave de sa sœur",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "at": "2026-11-23T09:05:00.000Z",
                     *           "voidedAt": "2026-11-23T09:05:00.000Z",
                     *           "voidReason": "Noté pour la mauvaise commande"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "from": "none",
                     *           "to": "draft",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "reason": "La cliente a changé d’avis",
                     *           "at": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderDetailView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    recordRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The order
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "method": "wave",
                 *       "amount": 4000,
                 *       "reference": "MP261123.1640.B67890",
                 *       "note": "Remboursé au numéro Wave de sa sœur"
                 *     }
                 */
                "application/json": components["schemas"]["RecordRefund"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "number": "CMD-20261123-000001",
                     *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "customerName": "Aminata Traoré",
                     *       "customerPhone": "+2250598765432",
                     *       "lines": [
                     *         {
                     *           "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "quantity": 1,
                     *           "agreedPrice": 45000,
                     *           "productName": "Nike Air Max 90",
                     *           "unitPrice": 45000,
                     *           "lineTotal": 45000
                     *         }
                     *       ],
                     *       "total": 45000,
                     *       "deliveryFee": 2000,
                     *       "paid": 10000,
                     *       "amountToCollect": 37000,
                     *       "toRefund": 0,
                     *       "refunded": 0,
                     *       "exchangeOf": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                     *       "deliveryPhone": "+2250598765432",
                     *       "status": "draft",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3,
                     *       "payments": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "method": "wave",
                     *           "amount": 10000,
                     *           "reference": "MP261123.0905.A12345",
                     *           "deliveryId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "at": "2026-11-23T09:05:00.000Z",
                     *           "voidedAt": "2026-11-23T09:05:00.000Z",
                     *           "voidReason": "Noté pour la mauvaise commande"
                     *         }
                     *       ],
                     *       "refunds": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "method": "wave",
                     *           "amount": 4000,
                     *           "reference": "MP261123.1640.B67890",
                     *           "note": "Remboursé au numéro Wave de sa sœur",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "at": "2026-11-23T09:05:00.000Z",
                     *           "voidedAt": "2026-11-23T09:05:00.000Z",
                     *           "voidReason": "Noté pour la mauvaise commande"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "from": "none",
                     *           "to": "draft",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "reason": "La cliente a changé d’avis",
                     *           "at": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderDetailView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    voidRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The order
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                orderId: string;
                /**
                 * @description The refund
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                refundId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "La cliente a changé d’avis"
                 *     }
                 */
                "application/json": components["schemas"]["VoidRefund"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "number": "CMD-20261123-000001",
                     *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "customerName": "Aminata Traoré",
                     *       "customerPhone": "+2250598765432",
                     *       "lines": [
                     *         {
                     *           "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "quantity": 1,
                     *           "agreedPrice": 45000,
                     *           "productName": "Nike Air Max 90",
                     *           "unitPrice": 45000,
                     *           "lineTotal": 45000
                     *         }
                     *       ],
                     *       "total": 45000,
                     *       "deliveryFee": 2000,
                     *       "paid": 10000,
                     *       "amountToCollect": 37000,
                     *       "toRefund": 0,
                     *       "refunded": 0,
                     *       "exchangeOf": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                     *       "deliveryPhone": "+2250598765432",
                     *       "status": "draft",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3,
                     *       "payments": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "method": "wave",
                     *           "amount": 10000,
                     *           "reference": "MP261123.0905.A12345",
                     *           "deliveryId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "at": "2026-11-23T09:05:00.000Z",
                     *           "voidedAt": "2026-11-23T09:05:00.000Z",
                     *           "voidReason": "Noté pour la mauvaise commande"
                     *         }
                     *       ],
                     *       "refunds": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "method": "wave",
                     *           "amount": 4000,
                     *           "reference": "MP261123.1640.B67890",
                     *           "note": "Remboursé au numéro Wave de sa sœur",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "at": "2026-11-23T09:05:00.000Z",
                     *           "voidedAt": "2026-11-23T09:05:00.000Z",
                     *           "voidReason": "Noté pour la mauvaise commande"
                     *         }
                     *       ],
                     *       "history": [
                     *         {
                     *           "from": "none",
                     *           "to": "draft",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "reason": "La cliente a changé d’avis",
                     *           "at": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderDetailView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    moveOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The order
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "to": "preparing"
                 *     }
                 */
                "application/json": components["schemas"]["MoveOrder"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "number": "CMD-20261123-000001",
                     *       "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "customerName": "Aminata Traoré",
                     *       "customerPhone": "+2250598765432",
                     *       "lines": [
                     *         {
                     *           "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "quantity": 1,
                     *           "agreedPrice": 45000,
                     *           "productName": "Nike Air Max 90",
                     *           "unitPrice": 45000,
                     *           "lineTotal": 45000
                     *         }
                     *       ],
                     *       "total": 45000,
                     *       "deliveryFee": 2000,
                     *       "paid": 10000,
                     *       "amountToCollect": 37000,
                     *       "toRefund": 0,
                     *       "refunded": 0,
                     *       "exchangeOf": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                     *       "deliveryPhone": "+2250598765432",
                     *       "status": "draft",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["OrderView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    asksOrderTimeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The order
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "at": "2026-11-23T09:05:00.000Z",
                     *           "what": "order-confirmed",
                     *           "says": "Commande confirmée",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "reason": "La cliente a changé d’avis",
                     *           "amount": 45000
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OrderTimeline"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "des-chaussures-pour-tous",
                 *       "newPassword": "encore-plus-de-chaussures"
                 *     }
                 */
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    askPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "kouadio@gmail.com"
                 *     }
                 */
                "application/json": components["schemas"]["AskPasswordReset"];
            };
        };
        responses: {
            /** @description Done */
            202: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "kouadio@gmail.com",
                 *       "code": "1234 5678",
                 *       "password": "des-chaussures-pour-tous"
                 *     }
                 */
                "application/json": components["schemas"]["ResetPassword"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /** @description Only on sale (true), or not (false) */
                active?: boolean;
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description How many, 1 to 100 (50) */
                limit?: number;
                /** @description Only at or below their alert level */
                low?: boolean;
                /** @description Part of a name */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "name": "Nike Air Max 90",
                     *           "description": "Semelle à bulle d’air, tige en cuir",
                     *           "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "unitPrice": 45000,
                     *           "floorPrice": 40000,
                     *           "stock": 10,
                     *           "reserved": 1,
                     *           "lowStockAt": 3,
                     *           "aliases": [
                     *             "air max",
                     *             "airmax 90"
                     *           ],
                     *           "photos": [
                     *             "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                     *           ],
                     *           "active": true,
                     *           "variants": [
                     *             {
                     *               "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *               "size": "38",
                     *               "color": "blanc",
                     *               "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *               "unitPrice": 45000,
                     *               "floorPrice": 40000,
                     *               "stock": 10,
                     *               "reserved": 1,
                     *               "active": true
                     *             }
                     *           ],
                     *           "createdAt": "2026-11-23T09:05:00.000Z",
                     *           "version": 3
                     *         }
                     *       ],
                     *       "nextCursor": "MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi"
                     *     }
                     */
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Nike Air Max 90",
                 *       "description": "Semelle à bulle d’air, tige en cuir",
                 *       "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "unitPrice": 45000,
                 *       "floorPrice": 40000,
                 *       "stock": 10,
                 *       "lowStockAt": 3,
                 *       "aliases": [
                 *         "air max",
                 *         "airmax 90"
                 *       ],
                 *       "photos": [
                 *         "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                 *       ],
                 *       "variants": [
                 *         {
                 *           "size": "38",
                 *           "color": "blanc",
                 *           "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *           "unitPrice": 45000,
                 *           "floorPrice": 40000,
                 *           "stock": 10
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["ListProduct"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "name": "Nike Air Max 90",
                     *       "description": "Semelle à bulle d’air, tige en cuir",
                     *       "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "unitPrice": 45000,
                     *       "floorPrice": 40000,
                     *       "stock": 10,
                     *       "reserved": 1,
                     *       "lowStockAt": 3,
                     *       "aliases": [
                     *         "air max",
                     *         "airmax 90"
                     *       ],
                     *       "photos": [
                     *         "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                     *       ],
                     *       "active": true,
                     *       "variants": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "unitPrice": 45000,
                     *           "floorPrice": 40000,
                     *           "stock": 10,
                     *           "reserved": 1,
                     *           "active": true
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ProductView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the answer that you kept; when nothing changed since, this one is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The product
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "name": "Nike Air Max 90",
                     *       "description": "Semelle à bulle d’air, tige en cuir",
                     *       "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "unitPrice": 45000,
                     *       "floorPrice": 40000,
                     *       "stock": 10,
                     *       "reserved": 1,
                     *       "lowStockAt": 3,
                     *       "aliases": [
                     *         "air max",
                     *         "airmax 90"
                     *       ],
                     *       "photos": [
                     *         "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                     *       ],
                     *       "active": true,
                     *       "variants": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "unitPrice": 45000,
                     *           "floorPrice": 40000,
                     *           "stock": 10,
                     *           "reserved": 1,
                     *           "active": true
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ProductView"];
                };
            };
            /** @description It has not changed since */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    archiveProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The product
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateProduct: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
                /** @description ETag that the edit was made on; when somebody else’s edit came first, nothing changes and the answer is 412 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The product
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "name": "Nike Air Max 90",
                 *       "description": "Semelle à bulle d’air, tige en cuir",
                 *       "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "unitPrice": 45000,
                 *       "floorPrice": 40000,
                 *       "lowStockAt": 3,
                 *       "aliases": [
                 *         "air max",
                 *         "airmax 90"
                 *       ],
                 *       "photos": [
                 *         "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                 *       ],
                 *       "active": true,
                 *       "variants": [
                 *         {
                 *           "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *           "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *           "unitPrice": 45000,
                 *           "floorPrice": 40000,
                 *           "active": true
                 *         }
                 *       ],
                 *       "newVariants": [
                 *         {
                 *           "size": "38",
                 *           "color": "blanc",
                 *           "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *           "unitPrice": 45000,
                 *           "floorPrice": 40000,
                 *           "stock": 10
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UpdateProduct"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "name": "Nike Air Max 90",
                     *       "description": "Semelle à bulle d’air, tige en cuir",
                     *       "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "unitPrice": 45000,
                     *       "floorPrice": 40000,
                     *       "stock": 10,
                     *       "reserved": 1,
                     *       "lowStockAt": 3,
                     *       "aliases": [
                     *         "air max",
                     *         "airmax 90"
                     *       ],
                     *       "photos": [
                     *         "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                     *       ],
                     *       "active": true,
                     *       "variants": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "unitPrice": 45000,
                     *           "floorPrice": 40000,
                     *           "stock": 10,
                     *           "reserved": 1,
                     *           "active": true
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ProductView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    adjustStock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The product
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "change": 1,
                 *       "reason": "La cliente a changé d’avis"
                 *     }
                 */
                "application/json": components["schemas"]["AdjustStock"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "name": "Nike Air Max 90",
                     *       "description": "Semelle à bulle d’air, tige en cuir",
                     *       "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "unitPrice": 45000,
                     *       "floorPrice": 40000,
                     *       "stock": 10,
                     *       "reserved": 1,
                     *       "lowStockAt": 3,
                     *       "aliases": [
                     *         "air max",
                     *         "airmax 90"
                     *       ],
                     *       "photos": [
                     *         "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                     *       ],
                     *       "active": true,
                     *       "variants": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "unitPrice": 45000,
                     *           "floorPrice": 40000,
                     *           "stock": 10,
                     *           "reserved": 1,
                     *           "active": true
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ProductView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listStockMovements: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description How many, 1 to 100 (50) */
                limit?: number;
                /** @description Only of this variant */
                variantId?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The product
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                productId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "cause": "initial",
                     *           "change": 1,
                     *           "reservedChange": 1,
                     *           "reason": "La cliente a changé d’avis",
                     *           "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "actor": "seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "at": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi"
                     *     }
                     */
                    "application/json": components["schemas"]["StockMovementPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    addVariant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
                /** @description ETag that the edit was made on; when somebody else’s edit came first, nothing changes and the answer is 412 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The product
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                productId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "size": "38",
                 *       "color": "blanc",
                 *       "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "unitPrice": 45000,
                 *       "stock": 10
                 *     }
                 */
                "application/json": components["schemas"]["AddVariant"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "name": "Nike Air Max 90",
                     *       "description": "Semelle à bulle d’air, tige en cuir",
                     *       "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "unitPrice": 45000,
                     *       "floorPrice": 40000,
                     *       "stock": 10,
                     *       "reserved": 1,
                     *       "lowStockAt": 3,
                     *       "aliases": [
                     *         "air max",
                     *         "airmax 90"
                     *       ],
                     *       "photos": [
                     *         "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                     *       ],
                     *       "active": true,
                     *       "variants": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "unitPrice": 45000,
                     *           "floorPrice": 40000,
                     *           "stock": 10,
                     *           "reserved": 1,
                     *           "active": true
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ProductView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    removeVariant: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag that the edit was made on; when somebody else’s edit came first, nothing changes and the answer is 412 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The product
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                productId: string;
                /**
                 * @description The variant
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                variantId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "name": "Nike Air Max 90",
                     *       "description": "Semelle à bulle d’air, tige en cuir",
                     *       "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "unitPrice": 45000,
                     *       "floorPrice": 40000,
                     *       "stock": 10,
                     *       "reserved": 1,
                     *       "lowStockAt": 3,
                     *       "aliases": [
                     *         "air max",
                     *         "airmax 90"
                     *       ],
                     *       "photos": [
                     *         "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                     *       ],
                     *       "active": true,
                     *       "variants": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "unitPrice": 45000,
                     *           "floorPrice": 40000,
                     *           "stock": 10,
                     *           "reserved": 1,
                     *           "active": true
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ProductView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateVariant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
                /** @description ETag that the edit was made on; when somebody else’s edit came first, nothing changes and the answer is 412 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The product
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                productId: string;
                /**
                 * @description The variant
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                variantId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "unitPrice": 45000,
                 *       "active": true
                 *     }
                 */
                "application/json": components["schemas"]["UpdateVariant"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "name": "Nike Air Max 90",
                     *       "description": "Semelle à bulle d’air, tige en cuir",
                     *       "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "unitPrice": 45000,
                     *       "floorPrice": 40000,
                     *       "stock": 10,
                     *       "reserved": 1,
                     *       "lowStockAt": 3,
                     *       "aliases": [
                     *         "air max",
                     *         "airmax 90"
                     *       ],
                     *       "photos": [
                     *         "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                     *       ],
                     *       "active": true,
                     *       "variants": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "size": "38",
                     *           "color": "blanc",
                     *           "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "unitPrice": 45000,
                     *           "floorPrice": 40000,
                     *           "stock": 10,
                     *           "reserved": 1,
                     *           "active": true
                     *         }
                     *       ],
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ProductView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    importProducts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "csv": "nom;prix;stock;taille\nPuma Suede Classic;30 000;4;41\nPuma Suede Classic;30 000;4;42\n",
                 *       "dryRun": true
                 *     }
                 */
                "application/json": components["schemas"]["ImportProducts"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "applied": true,
                     *       "lines": 1,
                     *       "created": 1,
                     *       "updated": 1,
                     *       "unchanged": 1,
                     *       "problems": [
                     *         {
                     *           "line": 1,
                     *           "column": "prix",
                     *           "problem": "Le numéro n’est pas sur WhatsApp"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listProspects: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description How many, 1 to 100 (50) */
                limit?: number;
                /** @description Beginnings of words of the name, or part of the number */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "fullName": "Aminata Traoré",
                     *           "phone": "+2250712345678",
                     *           "otherPhones": [
                     *             "texte"
                     *           ],
                     *           "source": "pub_facebook",
                     *           "adId": "120210000000000001",
                     *           "adHeadline": "Nike Air Max 90 : livraison à Abidjan",
                     *           "adUrl": "texte",
                     *           "adClickId": "texte",
                     *           "lastAdId": "texte",
                     *           "lastAdHeadline": "texte",
                     *           "lastAdUrl": "texte",
                     *           "lastAdClickId": "texte",
                     *           "lastAdAt": "2026-11-23T09:05:00.000Z",
                     *           "promotionsStoppedAt": "2026-11-23T09:05:00.000Z",
                     *           "optedOutAt": "2026-11-23T09:05:00.000Z",
                     *           "lastMessageAt": "2026-11-23T09:05:00.000Z",
                     *           "createdAt": "2026-11-23T09:05:00.000Z",
                     *           "version": 3
                     *         }
                     *       ],
                     *       "nextCursor": "MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi"
                     *     }
                     */
                    "application/json": components["schemas"]["ProspectPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    addProspect: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fullName": "Aminata Traoré",
                 *       "phone": "+2250712345678"
                 *     }
                 */
                "application/json": components["schemas"]["AddProspect"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "fullName": "Aminata Traoré",
                     *       "phone": "+2250712345678",
                     *       "otherPhones": [
                     *         "texte"
                     *       ],
                     *       "source": "pub_facebook",
                     *       "adId": "120210000000000001",
                     *       "adHeadline": "Nike Air Max 90 : livraison à Abidjan",
                     *       "adUrl": "texte",
                     *       "adClickId": "texte",
                     *       "lastAdId": "texte",
                     *       "lastAdHeadline": "texte",
                     *       "lastAdUrl": "texte",
                     *       "lastAdClickId": "texte",
                     *       "lastAdAt": "2026-11-23T09:05:00.000Z",
                     *       "promotionsStoppedAt": "2026-11-23T09:05:00.000Z",
                     *       "optedOutAt": "2026-11-23T09:05:00.000Z",
                     *       "lastMessageAt": "2026-11-23T09:05:00.000Z",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ProspectView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getProspect: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the answer that you kept; when nothing changed since, this one is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The prospect
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                prospectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "fullName": "Aminata Traoré",
                     *       "phone": "+2250712345678",
                     *       "otherPhones": [
                     *         "texte"
                     *       ],
                     *       "source": "pub_facebook",
                     *       "adId": "120210000000000001",
                     *       "adHeadline": "Nike Air Max 90 : livraison à Abidjan",
                     *       "adUrl": "texte",
                     *       "adClickId": "texte",
                     *       "lastAdId": "texte",
                     *       "lastAdHeadline": "texte",
                     *       "lastAdUrl": "texte",
                     *       "lastAdClickId": "texte",
                     *       "lastAdAt": "2026-11-23T09:05:00.000Z",
                     *       "promotionsStoppedAt": "2026-11-23T09:05:00.000Z",
                     *       "optedOutAt": "2026-11-23T09:05:00.000Z",
                     *       "lastMessageAt": "2026-11-23T09:05:00.000Z",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ProspectView"];
                };
            };
            /** @description It has not changed since */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    eraseProspect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The prospect
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                prospectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateProspect: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
                /** @description ETag that the edit was made on; when somebody else’s edit came first, nothing changes and the answer is 412 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The prospect
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                prospectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "fullName": "Aminata Traoré"
                 *     }
                 */
                "application/json": components["schemas"]["UpdateProspect"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "fullName": "Aminata Traoré",
                     *       "phone": "+2250712345678",
                     *       "otherPhones": [
                     *         "texte"
                     *       ],
                     *       "source": "pub_facebook",
                     *       "adId": "120210000000000001",
                     *       "adHeadline": "Nike Air Max 90 : livraison à Abidjan",
                     *       "adUrl": "texte",
                     *       "adClickId": "texte",
                     *       "lastAdId": "texte",
                     *       "lastAdHeadline": "texte",
                     *       "lastAdUrl": "texte",
                     *       "lastAdClickId": "texte",
                     *       "lastAdAt": "2026-11-23T09:05:00.000Z",
                     *       "promotionsStoppedAt": "2026-11-23T09:05:00.000Z",
                     *       "optedOutAt": "2026-11-23T09:05:00.000Z",
                     *       "lastMessageAt": "2026-11-23T09:05:00.000Z",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ProspectView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    mergeProspects: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The one that stays
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                prospectId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "otherId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                 *     }
                 */
                "application/json": components["schemas"]["MergeProspects"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "fullName": "Aminata Traoré",
                     *       "phone": "+2250712345678",
                     *       "otherPhones": [
                     *         "texte"
                     *       ],
                     *       "source": "pub_facebook",
                     *       "adId": "120210000000000001",
                     *       "adHeadline": "Nike Air Max 90 : livraison à Abidjan",
                     *       "adUrl": "texte",
                     *       "adClickId": "texte",
                     *       "lastAdId": "texte",
                     *       "lastAdHeadline": "texte",
                     *       "lastAdUrl": "texte",
                     *       "lastAdClickId": "texte",
                     *       "lastAdAt": "2026-11-23T09:05:00.000Z",
                     *       "promotionsStoppedAt": "2026-11-23T09:05:00.000Z",
                     *       "optedOutAt": "2026-11-23T09:05:00.000Z",
                     *       "lastMessageAt": "2026-11-23T09:05:00.000Z",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ProspectView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    optInProspect: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The prospect
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                prospectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "fullName": "Aminata Traoré",
                     *       "phone": "+2250712345678",
                     *       "otherPhones": [
                     *         "texte"
                     *       ],
                     *       "source": "pub_facebook",
                     *       "adId": "120210000000000001",
                     *       "adHeadline": "Nike Air Max 90 : livraison à Abidjan",
                     *       "adUrl": "texte",
                     *       "adClickId": "texte",
                     *       "lastAdId": "texte",
                     *       "lastAdHeadline": "texte",
                     *       "lastAdUrl": "texte",
                     *       "lastAdClickId": "texte",
                     *       "lastAdAt": "2026-11-23T09:05:00.000Z",
                     *       "promotionsStoppedAt": "2026-11-23T09:05:00.000Z",
                     *       "optedOutAt": "2026-11-23T09:05:00.000Z",
                     *       "lastMessageAt": "2026-11-23T09:05:00.000Z",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ProspectView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    optOutProspect: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The prospect
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                prospectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "fullName": "Aminata Traoré",
                     *       "phone": "+2250712345678",
                     *       "otherPhones": [
                     *         "texte"
                     *       ],
                     *       "source": "pub_facebook",
                     *       "adId": "120210000000000001",
                     *       "adHeadline": "Nike Air Max 90 : livraison à Abidjan",
                     *       "adUrl": "texte",
                     *       "adClickId": "texte",
                     *       "lastAdId": "texte",
                     *       "lastAdHeadline": "texte",
                     *       "lastAdUrl": "texte",
                     *       "lastAdClickId": "texte",
                     *       "lastAdAt": "2026-11-23T09:05:00.000Z",
                     *       "promotionsStoppedAt": "2026-11-23T09:05:00.000Z",
                     *       "optedOutAt": "2026-11-23T09:05:00.000Z",
                     *       "lastMessageAt": "2026-11-23T09:05:00.000Z",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["ProspectView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    asksConversationReport: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description How many, 1 to 100 (50) */
                limit?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The prospect
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                prospectId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "nom_complet": "Aminata Traoré",
                     *           "contenu_message": "Je fais du 38",
                     *           "direction_message": "entrant",
                     *           "genere_par_ia": true,
                     *           "date_creation": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi"
                     *     }
                     */
                    "application/json": components["schemas"]["ConversationReport"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    asksDashboardReport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "nom_vendeur": "Kouadio Jean",
                     *       "nombre_prospects": 1,
                     *       "nombre_commandes": 1,
                     *       "chiffre_affaires": 1,
                     *       "livraisons_livrees": 1
                     *     }
                     */
                    "application/json": components["schemas"]["DashboardReport"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    asksOrdersReport: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description How many, 1 to 100 (50) */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "nom_vendeur": "Kouadio Jean",
                     *           "nom_complet": "Aminata Traoré",
                     *           "numero_commande": "CMD-20261123-000001",
                     *           "nom_produit": "Nike Air Max 90",
                     *           "quantite_commandee": 1,
                     *           "statut_commande": "confirmee",
                     *           "statut_livraison": "planifiee"
                     *         }
                     *       ],
                     *       "nextCursor": "MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi"
                     *     }
                     */
                    "application/json": components["schemas"]["OrdersReport"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSeller: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the answer that you kept; when nothing changed since, this one is 304 without a body */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "lastName": "Kouadio",
                     *       "firstName": "Jean",
                     *       "email": "kouadio@gmail.com",
                     *       "phone": "+2250712345678",
                     *       "country": "Côte d'Ivoire",
                     *       "sector": "Chaussures",
                     *       "shopName": "Kouadio Chaussures",
                     *       "pickupAddress": "Abobo, Magasin Kouadio Chaussures",
                     *       "timeZone": "Africa/Abidjan",
                     *       "openingHours": "Lundi à samedi, 8 h à 19 h",
                     *       "hours": [
                     *         {
                     *           "weekday": 1,
                     *           "opens": "08:00",
                     *           "closes": "19:00"
                     *         }
                     *       ],
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["SellerView"];
                };
            };
            /** @description It has not changed since */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateSeller: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
                /** @description ETag that the edit was made on; when somebody else’s edit came first, nothing changes and the answer is 412 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "lastName": "Kouadio",
                 *       "firstName": "Jean",
                 *       "phone": "+2250712345678",
                 *       "country": "Côte d'Ivoire",
                 *       "sector": "Chaussures",
                 *       "shopName": "Kouadio Chaussures",
                 *       "pickupAddress": "Abobo, Magasin Kouadio Chaussures",
                 *       "timeZone": "Africa/Abidjan",
                 *       "openingHours": "Lundi à samedi, 8 h à 19 h",
                 *       "hours": [
                 *         {
                 *           "weekday": 1,
                 *           "opens": "08:00",
                 *           "closes": "19:00"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UpdateSeller"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "lastName": "Kouadio",
                     *       "firstName": "Jean",
                     *       "email": "kouadio@gmail.com",
                     *       "phone": "+2250712345678",
                     *       "country": "Côte d'Ivoire",
                     *       "sector": "Chaussures",
                     *       "shopName": "Kouadio Chaussures",
                     *       "pickupAddress": "Abobo, Magasin Kouadio Chaussures",
                     *       "timeZone": "Africa/Abidjan",
                     *       "openingHours": "Lundi à samedi, 8 h à 19 h",
                     *       "hours": [
                     *         {
                     *           "weekday": 1,
                     *           "opens": "08:00",
                     *           "closes": "19:00"
                     *         }
                     *       ],
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["SellerView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    signUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "lastName": "Kouadio",
                 *       "firstName": "Jean",
                 *       "email": "kouadio@gmail.com",
                 *       "phone": "+2250712345678",
                 *       "password": "des-chaussures-pour-tous",
                 *       "country": "Côte d'Ivoire",
                 *       "sector": "Chaussures",
                 *       "shopName": "Kouadio Chaussures",
                 *       "pickupAddress": "Abobo, Magasin Kouadio Chaussures",
                 *       "timeZone": "Africa/Abidjan",
                 *       "openingHours": "Lundi à samedi, 8 h à 19 h"
                 *     }
                 */
                "application/json": components["schemas"]["SignUp"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJFZERTQSIsImtpZCI6IjEiLCJ0eXAiOiJhdCtqd3QifQ.e30.c2lnbmF0dXJl",
                     *       "refreshToken": "kJ3vX0pQm8r5tYw2zA4bC6dE8fG1hI3jK5lM7nO9pQ0",
                     *       "expiresIn": 600,
                     *       "sellerId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Invalid"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "current": true,
                     *           "userAgent": "Mozilla/5.0 (Linux; Android 15)",
                     *           "address": "203.0.113.7",
                     *           "createdAt": "2026-11-23T09:05:00.000Z",
                     *           "lastUsedAt": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["OpenSessions"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "kouadio@gmail.com",
                 *       "password": "des-chaussures-pour-tous"
                 *     }
                 */
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJFZERTQSIsImtpZCI6IjEiLCJ0eXAiOiJhdCtqd3QifQ.e30.c2lnbmF0dXJl",
                     *       "refreshToken": "kJ3vX0pQm8r5tYw2zA4bC6dE8fG1hI3jK5lM7nO9pQ0",
                     *       "expiresIn": 600,
                     *       "sellerId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refreshToken": "kJ3vX0pQm8r5tYw2zA4bC6dE8fG1hI3jK5lM7nO9pQ0"
                 *     }
                 */
                "application/json": components["schemas"]["SignOut"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The session
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ended": 1
                     *     }
                     */
                    "application/json": components["schemas"]["EndedSessions"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "refreshToken": "kJ3vX0pQm8r5tYw2zA4bC6dE8fG1hI3jK5lM7nO9pQ0"
                 *     }
                 */
                "application/json": components["schemas"]["RefreshSession"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "accessToken": "eyJhbGciOiJFZERTQSIsImtpZCI6IjEiLCJ0eXAiOiJhdCtqd3QifQ.e30.c2lnbmF0dXJl",
                     *       "refreshToken": "kJ3vX0pQm8r5tYw2zA4bC6dE8fG1hI3jK5lM7nO9pQ0",
                     *       "expiresIn": 600,
                     *       "sellerId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                     *     }
                     */
                    "application/json": components["schemas"]["SessionView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    stream: {
        parameters: {
            query?: {
                /** @description The token, where headers cannot be set (EventSource); prefer the header elsewhere */
                access_token?: string;
                /**
                 * @description The same, where headers cannot be set
                 * @example 1041
                 */
                lastEventId?: string;
                /** @description Only these types, separated by commas */
                types?: string;
            };
            header?: {
                /**
                 * @description The last id that was received; an EventSource sends it by itself when it reconnects
                 * @example 1041
                 */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream; it goes on until either side ends it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example retry: 2000
                     *
                     *     id: 1041
                     *     event: ready
                     *     data: {}
                     *
                     *     id: 1042
                     *     event: message.received
                     *     data: {"id":"0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b","type":"message.received","occurredAt":"2026-11-23T09:05:00.000Z","data":{"conversationId":"…"}}
                     *
                     *     : heartbeat
                     */
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "url": "https://crochets.example.ci/fluxasync",
                     *           "description": "Site web",
                     *           "events": [
                     *             "order.confirmed",
                     *             "order.cancelled"
                     *           ],
                     *           "enabled": true,
                     *           "disabledReason": "Rien ne passe depuis 3 jours",
                     *           "failingSince": "2026-11-23T09:05:00.000Z",
                     *           "createdAt": "2026-11-23T09:05:00.000Z",
                     *           "version": 3
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpoints"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://crochets.example.ci/fluxasync",
                 *       "description": "Site web",
                 *       "events": [
                 *         "order.confirmed",
                 *         "order.cancelled"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateWebhookEndpoint"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "url": "https://crochets.example.ci/fluxasync",
                     *       "description": "Site web",
                     *       "events": [
                     *         "order.confirmed",
                     *         "order.cancelled"
                     *       ],
                     *       "enabled": true,
                     *       "disabledReason": "Rien ne passe depuis 3 jours",
                     *       "failingSince": "2026-11-23T09:05:00.000Z",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3,
                     *       "secret": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description ETag of the answer that you kept; when nothing changed since, this one is 304 without a body */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description The endpoint
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "url": "https://crochets.example.ci/fluxasync",
                     *       "description": "Site web",
                     *       "events": [
                     *         "order.confirmed",
                     *         "order.cancelled"
                     *       ],
                     *       "enabled": true,
                     *       "disabledReason": "Rien ne passe depuis 3 jours",
                     *       "failingSince": "2026-11-23T09:05:00.000Z",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointView"];
                };
            };
            /** @description It has not changed since */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The endpoint
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
                /** @description ETag that the edit was made on; when somebody else’s edit came first, nothing changes and the answer is 412 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description The endpoint
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "url": "https://crochets.example.ci/fluxasync",
                 *       "description": "Site web",
                 *       "events": [
                 *         "order.confirmed",
                 *         "order.cancelled"
                 *       ],
                 *       "enabled": true
                 *     }
                 */
                "application/json": components["schemas"]["UpdateWebhookEndpoint"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "url": "https://crochets.example.ci/fluxasync",
                     *       "description": "Site web",
                     *       "events": [
                     *         "order.confirmed",
                     *         "order.cancelled"
                     *       ],
                     *       "enabled": true,
                     *       "disabledReason": "Rien ne passe depuis 3 jours",
                     *       "failingSince": "2026-11-23T09:05:00.000Z",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["VersionMismatch"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before */
                cursor?: string;
                /** @description How many, 1 to 100 (50) */
                limit?: number;
                /** @description Only in this state */
                state?: "pending" | "delivered" | "failed";
            };
            header?: never;
            path: {
                /**
                 * @description The endpoint
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "endpointId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "eventId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "type": "order.confirmed",
                     *           "state": "pending",
                     *           "attempts": 1,
                     *           "nextAttemptAt": "2026-11-23T09:05:00.000Z",
                     *           "status": 1,
                     *           "problem": "Le numéro n’est pas sur WhatsApp",
                     *           "durationMs": 1,
                     *           "createdAt": "2026-11-23T09:05:00.000Z",
                     *           "deliveredAt": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The delivery
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                deliveryId: string;
                /**
                 * @description The endpoint
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "endpointId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "eventId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "type": "order.confirmed",
                     *       "state": "pending",
                     *       "attempts": 1,
                     *       "nextAttemptAt": "2026-11-23T09:05:00.000Z",
                     *       "status": 1,
                     *       "problem": "Le numéro n’est pas sur WhatsApp",
                     *       "durationMs": 1,
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "deliveredAt": "2026-11-23T09:05:00.000Z",
                     *       "body": "{\"id\":\"0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b\",\"type\":\"order.confirmed\",\"occurredAt\":\"2026-11-23T09:05:00.000Z\",\"data\":{}}",
                     *       "response": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryDetailView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The delivery
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                deliveryId: string;
                /**
                 * @description The endpoint
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "endpointId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "eventId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "type": "order.confirmed",
                     *       "state": "pending",
                     *       "attempts": 1,
                     *       "nextAttemptAt": "2026-11-23T09:05:00.000Z",
                     *       "status": 1,
                     *       "problem": "Le numéro n’est pas sur WhatsApp",
                     *       "durationMs": 1,
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "deliveredAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    renewWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The endpoint
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "url": "https://crochets.example.ci/fluxasync",
                     *       "description": "Site web",
                     *       "events": [
                     *         "order.confirmed",
                     *         "order.cancelled"
                     *       ],
                     *       "enabled": true,
                     *       "disabledReason": "Rien ne passe depuis 3 jours",
                     *       "failingSince": "2026-11-23T09:05:00.000Z",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "version": 3,
                     *       "secret": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    testWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The endpoint
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            202: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "endpointId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "eventId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "type": "order.confirmed",
                     *       "state": "pending",
                     *       "attempts": 1,
                     *       "nextAttemptAt": "2026-11-23T09:05:00.000Z",
                     *       "status": 1,
                     *       "problem": "Le numéro n’est pas sur WhatsApp",
                     *       "durationMs": 1,
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "deliveredAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDeliveryView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listWhatsAppAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *           "businessAccountId": "WABA_123456",
                     *           "phoneNumberId": "109988776655443",
                     *           "phone": "+2250712345678",
                     *           "status": "connected",
                     *           "createdAt": "2026-11-23T09:05:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WhatsAppAccounts"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    connectWhatsAppAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "businessAccountId": "WABA_123456",
                 *       "phoneNumberId": "109988776655443",
                 *       "phone": "+2250712345678",
                 *       "accessToken": "eyJhbGciOiJFZERTQSIsImtpZCI6IjEiLCJ0eXAiOiJhdCtqd3QifQ.e30.c2lnbmF0dXJl"
                 *     }
                 */
                "application/json": components["schemas"]["ConnectWhatsAppAccount"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "businessAccountId": "WABA_123456",
                     *       "phoneNumberId": "109988776655443",
                     *       "phone": "+2250712345678",
                     *       "status": "connected",
                     *       "createdAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WhatsAppAccountView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    disconnectWhatsAppAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "businessAccountId": "WABA_123456",
                     *       "phoneNumberId": "109988776655443",
                     *       "phone": "+2250712345678",
                     *       "status": "connected",
                     *       "createdAt": "2026-11-23T09:05:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WhatsAppAccountView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    asksWhatsAppAccountHealth: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The account
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                     *       "businessAccountId": "WABA_123456",
                     *       "phoneNumberId": "109988776655443",
                     *       "phone": "+2250712345678",
                     *       "status": "connected",
                     *       "createdAt": "2026-11-23T09:05:00.000Z",
                     *       "health": {
                     *         "state": "working",
                     *         "problem": "Le numéro n’est pas sur WhatsApp",
                     *         "restrictedUntil": "2026-11-23T09:05:00.000Z",
                     *         "lastReceivedAt": "2026-11-23T09:05:00.000Z",
                     *         "lastSentAt": "2026-11-23T09:05:00.000Z",
                     *         "waiting": 1,
                     *         "failed24h": 1
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["WhatsAppAccountWithHealth"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    listTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The WhatsApp account
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "items": [
                     *         {
                     *           "name": "Nike Air Max 90",
                     *           "language": "texte",
                     *           "category": "UTILITY",
                     *           "status": "texte",
                     *           "body": "{\"id\":\"0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b\",\"type\":\"order.confirmed\",\"occurredAt\":\"2026-11-23T09:05:00.000Z\",\"data\":{}}",
                     *           "parameters": 1
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Templates"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    createTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Up to 255 visible characters; a repeated request with the same key and body gets the first answer, for 24 hours */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description The WhatsApp account
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "commande_prete",
                 *       "category": "UTILITY",
                 *       "body": "Bonjour {{1}}, votre commande {{2}} est prête.",
                 *       "examples": [
                 *         "Aminata",
                 *         "CMD-20261123-000001"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CreateTemplate"];
            };
        };
        responses: {
            /** @description Done */
            201: {
                headers: {
                    "Idempotent-Replayed": components["headers"]["IdempotentReplayed"];
                    "RateLimit-Limit": components["headers"]["RateLimitLimit"];
                    "RateLimit-Remaining": components["headers"]["RateLimitRemaining"];
                    "RateLimit-Reset": components["headers"]["RateLimitReset"];
                    "X-Request-Id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "name": "Nike Air Max 90",
                     *       "language": "texte",
                     *       "category": "UTILITY",
                     *       "status": "texte",
                     *       "body": "{\"id\":\"0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b\",\"type\":\"order.confirmed\",\"occurredAt\":\"2026-11-23T09:05:00.000Z\",\"data\":{}}",
                     *       "parameters": 1
                     *     }
                     */
                    "application/json": components["schemas"]["TemplateView"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["MediaTypeUnknown"];
            422: components["responses"]["KeyReused"];
            429: components["responses"]["RateLimited"];
            503: components["responses"]["Unavailable"];
        };
    };
    onConversationChanged: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "conversation.changed",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "status": "open",
                 *         "unread": 1,
                 *         "labels": [
                 *           "grossiste"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ConversationChangedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onConversationHandedOver: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "conversation.handed-over",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "customerName": "Aminata Traoré",
                 *         "reason": "La cliente a changé d’avis"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ConversationHandedOverEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onConversationRequestPassedOn: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "conversation.request-passed-on",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "customerName": "Aminata Traoré",
                 *         "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderNumber": "CMD-20261123-000001",
                 *         "wish": "texte"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ConversationRequestPassedOnEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onConversationStarted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "conversation.started",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "whatsappAccountId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ConversationStartedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onDeliveryAttemptFailed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "delivery.attempt-failed",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "deliveryId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderNumber": "CMD-20261123-000001",
                 *         "courierId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "courierName": "Mamadou Diabaté",
                 *         "courierPhone": "+2250711223344",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "customerName": "Aminata Traoré",
                 *         "deliveryPhone": "+2250598765432",
                 *         "parcel": "texte",
                 *         "pickupAddress": "Abobo, Magasin Kouadio Chaussures",
                 *         "destination": "Cocody, Angré 7ème tranche, Villa 123",
                 *         "plannedFor": "2026-11-23T09:05:00.000Z",
                 *         "fee": 2000,
                 *         "amountToCollect": 47000,
                 *         "attempt": 1,
                 *         "failure": "Téléphone éteint",
                 *         "final": true
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DeliveryAttemptFailedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onDeliveryCancelled: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "delivery.cancelled",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "deliveryId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderNumber": "CMD-20261123-000001",
                 *         "courierId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "courierName": "Mamadou Diabaté",
                 *         "courierPhone": "+2250711223344",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "customerName": "Aminata Traoré",
                 *         "deliveryPhone": "+2250598765432",
                 *         "parcel": "texte",
                 *         "pickupAddress": "Abobo, Magasin Kouadio Chaussures",
                 *         "destination": "Cocody, Angré 7ème tranche, Villa 123",
                 *         "plannedFor": "2026-11-23T09:05:00.000Z",
                 *         "fee": 2000,
                 *         "amountToCollect": 47000,
                 *         "reason": "La cliente a changé d’avis"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DeliveryCancelledEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onDeliveryCompleted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "delivery.completed",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "deliveryId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderNumber": "CMD-20261123-000001",
                 *         "courierId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "courierName": "Mamadou Diabaté",
                 *         "courierPhone": "+2250711223344",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "customerName": "Aminata Traoré",
                 *         "deliveryPhone": "+2250598765432",
                 *         "parcel": "texte",
                 *         "pickupAddress": "Abobo, Magasin Kouadio Chaussures",
                 *         "destination": "Cocody, Angré 7ème tranche, Villa 123",
                 *         "plannedFor": "2026-11-23T09:05:00.000Z",
                 *         "fee": 2000,
                 *         "amountToCollect": 47000,
                 *         "completedAt": "2026-11-23T09:05:00.000Z",
                 *         "collected": 47000
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DeliveryCompletedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onDeliveryPickedUp: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "delivery.picked-up",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "deliveryId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderNumber": "CMD-20261123-000001",
                 *         "courierId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "courierName": "Mamadou Diabaté",
                 *         "courierPhone": "+2250711223344",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "customerName": "Aminata Traoré",
                 *         "deliveryPhone": "+2250598765432",
                 *         "parcel": "texte",
                 *         "pickupAddress": "Abobo, Magasin Kouadio Chaussures",
                 *         "destination": "Cocody, Angré 7ème tranche, Villa 123",
                 *         "plannedFor": "2026-11-23T09:05:00.000Z",
                 *         "fee": 2000,
                 *         "amountToCollect": 47000,
                 *         "pickedUpAt": "2026-11-23T09:05:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DeliveryPickedUpEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onDeliveryPlanned: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "delivery.planned",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "deliveryId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderNumber": "CMD-20261123-000001",
                 *         "courierId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "courierName": "Mamadou Diabaté",
                 *         "courierPhone": "+2250711223344",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "customerName": "Aminata Traoré",
                 *         "deliveryPhone": "+2250598765432",
                 *         "parcel": "texte",
                 *         "pickupAddress": "Abobo, Magasin Kouadio Chaussures",
                 *         "destination": "Cocody, Angré 7ème tranche, Villa 123",
                 *         "plannedFor": "2026-11-23T09:05:00.000Z",
                 *         "fee": 2000,
                 *         "amountToCollect": 47000,
                 *         "reason": "La cliente a changé d’avis"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DeliveryPlannedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onDeliveryUnassigned: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "delivery.unassigned",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderNumber": "CMD-20261123-000001",
                 *         "destination": "Cocody, Angré 7ème tranche, Villa 123",
                 *         "reason": "La cliente a changé d’avis"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["DeliveryUnassignedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onEmailAnalysed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "email.analysed",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "emailId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "accountId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "from": "Fournisseur Nike CI <fournisseur@nike-ci.com>",
                 *         "subject": "Nouveau stock Nike disponible - Livraison urgent",
                 *         "priority": "important",
                 *         "receivedAt": "2026-11-23T09:05:00.000Z",
                 *         "classification": "urgent",
                 *         "summary": "Le fournisseur annonce un nouveau stock et demande une réponse aujourd’hui.",
                 *         "action": "repondre_urgent",
                 *         "confidence": 0.95
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["EmailAnalysedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onEmailReceived: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "email.received",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "emailId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "accountId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "from": "Fournisseur Nike CI <fournisseur@nike-ci.com>",
                 *         "subject": "Nouveau stock Nike disponible - Livraison urgent",
                 *         "priority": "important",
                 *         "receivedAt": "2026-11-23T09:05:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["EmailReceivedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFiguresUpdated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "figures.updated",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "day": "2026-11-23",
                 *         "messagesReceived": 42,
                 *         "ordersCreated": 7,
                 *         "revenue": 315000,
                 *         "emailsProcessed": 3
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["FiguresUpdatedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageFailed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "message.failed",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "messageId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "code": "1234 5678",
                 *         "explanation": "texte"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MessageFailedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageReceived: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "message.received",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "messageId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "type": "text",
                 *         "sentAt": "2026-11-23T09:05:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MessageReceivedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMessageSent: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "message.sent",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "messageId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "byAssistant": true,
                 *         "wamid": "texte"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["MessageSentEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onNotificationFailed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "notification.failed",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "notificationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "kind": "nouvelle_commande",
                 *         "recipient": "seller",
                 *         "channel": "whatsapp",
                 *         "referenceId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "referenceType": "commande",
                 *         "code": "1234 5678",
                 *         "explanation": "texte"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NotificationFailedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onNotificationSent: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "notification.sent",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "notificationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "kind": "nouvelle_commande",
                 *         "recipient": "seller",
                 *         "channel": "whatsapp",
                 *         "referenceId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "referenceType": "commande"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["NotificationSentEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderCancelled: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "order.cancelled",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderNumber": "CMD-20261123-000001",
                 *         "agreementId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "customerName": "Aminata Traoré",
                 *         "customerPhone": "+2250598765432",
                 *         "lines": [
                 *           {
                 *             "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "size": "38",
                 *             "color": "blanc",
                 *             "quantity": 1,
                 *             "agreedPrice": 45000,
                 *             "productName": "Nike Air Max 90",
                 *             "unitPrice": 45000,
                 *             "lineTotal": 45000
                 *           }
                 *         ],
                 *         "total": 45000,
                 *         "deliveryFee": 2000,
                 *         "paid": 10000,
                 *         "exchangeOf": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                 *         "deliveryPhone": "+2250598765432",
                 *         "reason": "La cliente a changé d’avis",
                 *         "cancelledBy": "customer",
                 *         "wasDraft": true
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OrderCancelledEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderConfirmed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "order.confirmed",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderNumber": "CMD-20261123-000001",
                 *         "agreementId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "customerName": "Aminata Traoré",
                 *         "customerPhone": "+2250598765432",
                 *         "lines": [
                 *           {
                 *             "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "size": "38",
                 *             "color": "blanc",
                 *             "quantity": 1,
                 *             "agreedPrice": 45000,
                 *             "productName": "Nike Air Max 90",
                 *             "unitPrice": 45000,
                 *             "lineTotal": 45000
                 *           }
                 *         ],
                 *         "total": 45000,
                 *         "deliveryFee": 2000,
                 *         "paid": 10000,
                 *         "exchangeOf": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                 *         "deliveryPhone": "+2250598765432",
                 *         "confirmedAt": "2026-11-23T09:05:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OrderConfirmedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderDrafted: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "order.drafted",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderNumber": "CMD-20261123-000001",
                 *         "agreementId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "customerName": "Aminata Traoré",
                 *         "customerPhone": "+2250598765432",
                 *         "lines": [
                 *           {
                 *             "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "size": "38",
                 *             "color": "blanc",
                 *             "quantity": 1,
                 *             "agreedPrice": 45000,
                 *             "productName": "Nike Air Max 90",
                 *             "unitPrice": 45000,
                 *             "lineTotal": 45000
                 *           }
                 *         ],
                 *         "total": 45000,
                 *         "deliveryFee": 2000,
                 *         "paid": 10000,
                 *         "exchangeOf": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                 *         "deliveryPhone": "+2250598765432"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OrderDraftedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderEditRefused: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "order.edit-refused",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderNumber": "CMD-20261123-000001",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "why": "left",
                 *         "status": "draft",
                 *         "reason": "La cliente a changé d’avis",
                 *         "refused": [
                 *           {
                 *             "asked": {
                 *               "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *               "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *               "size": "38",
                 *               "color": "blanc",
                 *               "quantity": 1,
                 *               "agreedPrice": 45000
                 *             },
                 *             "productName": "Nike Air Max 90",
                 *             "available": 9,
                 *             "unitPrice": 45000
                 *           }
                 *         ],
                 *         "alternatives": [
                 *           {
                 *             "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "productName": "Nike Air Max 90",
                 *             "size": "38",
                 *             "color": "blanc",
                 *             "unitPrice": 45000,
                 *             "available": 9
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OrderEditRefusedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderEdited: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "order.edited",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderNumber": "CMD-20261123-000001",
                 *         "agreementId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "customerName": "Aminata Traoré",
                 *         "customerPhone": "+2250598765432",
                 *         "lines": [
                 *           {
                 *             "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "size": "38",
                 *             "color": "blanc",
                 *             "quantity": 1,
                 *             "agreedPrice": 45000,
                 *             "productName": "Nike Air Max 90",
                 *             "unitPrice": 45000,
                 *             "lineTotal": 45000
                 *           }
                 *         ],
                 *         "total": 45000,
                 *         "deliveryFee": 2000,
                 *         "paid": 10000,
                 *         "exchangeOf": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "deliveryAddress": "Cocody, Angré 7ème tranche, Villa 123",
                 *         "deliveryPhone": "+2250598765432",
                 *         "previousTotal": 45000,
                 *         "byCustomer": true,
                 *         "reason": "La cliente a changé d’avis"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OrderEditedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderPaymentsChanged: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "order.payments-changed",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderNumber": "CMD-20261123-000001",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "paymentId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "method": "wave",
                 *         "amount": 10000,
                 *         "voided": true,
                 *         "paid": 10000,
                 *         "amountToCollect": 37000,
                 *         "deliveryFee": 2000,
                 *         "deliveryId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OrderPaymentsChangedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderRefundsChanged: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "order.refunds-changed",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderNumber": "CMD-20261123-000001",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "refundId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "method": "wave",
                 *         "amount": 4000,
                 *         "voided": true,
                 *         "paid": 10000,
                 *         "toRefund": 0
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OrderRefundsChangedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderRejected: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "order.rejected",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "agreementId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "reason": "out-of-stock",
                 *         "refused": [
                 *           {
                 *             "asked": {
                 *               "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *               "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *               "size": "38",
                 *               "color": "blanc",
                 *               "quantity": 1,
                 *               "agreedPrice": 45000
                 *             },
                 *             "productName": "Nike Air Max 90",
                 *             "available": 9,
                 *             "unitPrice": 45000
                 *           }
                 *         ],
                 *         "alternatives": [
                 *           {
                 *             "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "productName": "Nike Air Max 90",
                 *             "size": "38",
                 *             "color": "blanc",
                 *             "unitPrice": 45000,
                 *             "available": 9
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OrderRejectedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrderStatusChanged: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "order.status-changed",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "orderNumber": "CMD-20261123-000001",
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "conversationId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "from": "draft",
                 *         "to": "draft",
                 *         "reason": "La cliente a changé d’avis"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["OrderStatusChangedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onProductListed: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "product.listed",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "name": "Nike Air Max 90",
                 *         "description": "Semelle à bulle d’air, tige en cuir",
                 *         "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "unitPrice": 45000,
                 *         "floorPrice": 40000,
                 *         "available": 9,
                 *         "aliases": [
                 *           "air max",
                 *           "airmax 90"
                 *         ],
                 *         "photos": [
                 *           "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                 *         ],
                 *         "active": true,
                 *         "variants": [
                 *           {
                 *             "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "size": "38",
                 *             "color": "blanc",
                 *             "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "unitPrice": 45000,
                 *             "floorPrice": 40000,
                 *             "available": 9,
                 *             "active": true
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ProductListedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onProductUpdated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "product.updated",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "name": "Nike Air Max 90",
                 *         "description": "Semelle à bulle d’air, tige en cuir",
                 *         "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "unitPrice": 45000,
                 *         "floorPrice": 40000,
                 *         "available": 9,
                 *         "aliases": [
                 *           "air max",
                 *           "airmax 90"
                 *         ],
                 *         "photos": [
                 *           "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                 *         ],
                 *         "active": true,
                 *         "variants": [
                 *           {
                 *             "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "size": "38",
                 *             "color": "blanc",
                 *             "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "unitPrice": 45000,
                 *             "floorPrice": 40000,
                 *             "available": 9,
                 *             "active": true
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ProductUpdatedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onProspectCreated: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "prospect.created",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "fullName": "Aminata Traoré",
                 *         "phone": "+2250712345678",
                 *         "source": "pub_facebook",
                 *         "adId": "120210000000000001",
                 *         "adHeadline": "Nike Air Max 90 : livraison à Abidjan"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ProspectCreatedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onProspectMerged: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "prospect.merged",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "prospectId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "mergedId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ProspectMergedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onStockChanged: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "stock.changed",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "name": "Nike Air Max 90",
                 *         "description": "Semelle à bulle d’air, tige en cuir",
                 *         "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "unitPrice": 45000,
                 *         "floorPrice": 40000,
                 *         "available": 9,
                 *         "aliases": [
                 *           "air max",
                 *           "airmax 90"
                 *         ],
                 *         "photos": [
                 *           "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                 *         ],
                 *         "active": true,
                 *         "variants": [
                 *           {
                 *             "variantId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "size": "38",
                 *             "color": "blanc",
                 *             "reference": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *             "unitPrice": 45000,
                 *             "floorPrice": 40000,
                 *             "available": 9,
                 *             "active": true
                 *           }
                 *         ],
                 *         "cause": "reserved",
                 *         "orderId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["StockChangedEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onStockLow: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The event; the same at every try, to recognise what was taken already
                 * @example 0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b
                 */
                "webhook-id": string;
                /**
                 * @description Signatures separated by spaces; one of them must be right
                 * @example v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=
                 */
                "webhook-signature": string;
                /**
                 * @description When this try was made, in seconds since 1970; refuse what is older than 5 minutes
                 * @example 1795424700
                 */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *       "type": "stock.low",
                 *       "occurredAt": "2026-11-23T09:05:00.000Z",
                 *       "data": {
                 *         "productId": "0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b",
                 *         "name": "Nike Air Max 90",
                 *         "available": 9,
                 *         "threshold": 1
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["StockLowEvent"];
            };
        };
        responses: {
            /** @description Taken; anything else, or nothing within 10 s, means that it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not taken: it is sent again */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Gone: the endpoint is disabled at once */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
