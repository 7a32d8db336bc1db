/** The public pages and formats: pure functions of what is published, a date, and a language. */

export { renderChange } from "./changes/change.tsx";
export { renderChanges } from "./changes/changes.tsx";
export { renderCalendar } from "./formats/calendar.ts";
export {
  PublishedList,
  publishedList,
  publishedListJsonSchema,
  publishedListSchemaPath,
} from "./formats/published-list.ts";
export { type AnswerField, type RespondView, renderRespond } from "./forms/respond.tsx";
export { renderSubscribed, renderSubscribeError } from "./forms/subscribe.tsx";
export { renderConfirm, renderPreferences, renderUnknownLink, renderUnsubscribe } from "./forms/subscription.tsx";
export type { Frame, RegisterFrame } from "./frame/frame.ts";
export { renderNotFound, renderUnavailable } from "./frame/message.tsx";
export { type RegistryView, renderRegistry } from "./register/registry.tsx";
export { stylesheet, stylesheetPath } from "./style/index.ts";
