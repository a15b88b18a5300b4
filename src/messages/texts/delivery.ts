/** The texts that tell admins what keeps a post from going out, and how to mend it: data/translations/<locale>/delivery.json. */
export const DELIVERY_TEXTS = {
  "delivery.notice": { channel: "text", what: "text" },
  "delivery.fault.channel-gone": {},
  "delivery.fault.no-access": {},
  "delivery.fault.no-permission": {},
  "delivery.fault.wrong-channel": {},
  "delivery.fault.thread-locked": {},
  "delivery.fault.tag-needed": {},
  "delivery.fault.tag-refused": {},
  "delivery.fault.automod": {},
  "delivery.fault.role-gone": {},
  "delivery.fault.history-needed": {},
  "delivery.fault.crosspost-refused": {},
  "delivery.fault.direct-messages-closed": {},
  "delivery.fault.files-refused": {},
  "delivery.fault.plain-only": {},
  "delivery.fault.message-refused": {},
} as const;
