import type { ChatMessage } from "@/lib/contracts/chat";

export type ChatGroup = {
  author: ChatMessage["author"];
  sentAt: string;
  /** At least one. */
  messages: ChatMessage[];
};

const pauseMs = 3 * 60_000;

/** Groups one person's consecutive messages under one name, until a pause. */
export function groupMessages(messages: readonly ChatMessage[]): ChatGroup[] {
  const groups: ChatGroup[] = [];
  for (const message of messages) {
    const group = groups.at(-1);
    const last = group?.messages.at(-1);
    const goesOn =
      group?.author.subject === message.author.subject &&
      group.author.name === message.author.name &&
      last !== undefined &&
      Date.parse(message.sentAt) - Date.parse(last.sentAt) < pauseMs;
    if (group && goesOn) group.messages.push(message);
    else groups.push({ author: message.author, sentAt: message.sentAt, messages: [message] });
  }
  return groups;
}
