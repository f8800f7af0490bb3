import { MessageSquare } from "lucide-react";

/** The icon of a button that opens a chat, with a mark while messages are unread. */
export function ChatIcon({ unread }: { unread: number }) {
  return (
    <>
      <MessageSquare aria-hidden="true" />
      {unread > 0 ? (
        <span aria-hidden="true" className="absolute top-2 right-2 size-2 rounded-full bg-wait" />
      ) : null}
    </>
  );
}
