"use client";

import { type Room, RoomEvent } from "livekit-client";
import {
  type Dispatch,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";
import { listenToHints } from "@/lib/client/room/room-hints";
import { ApiError, call } from "@/lib/client/server-api/api";
import { backoffMs } from "@/lib/client/server-api/backoff";
import type { postBackstageChat, readBackstageChat } from "@/lib/contracts/backstage";
import type { ChatMessage, deleteChat, postChat, readChat } from "@/lib/contracts/chat";
import { type ChatEvent, chatLog, emptyChatLog, type Question } from "./chat-log";

type ChatActions = {
  /**
   * Someone without an account adds a name.
   * @throws ApiError with a message for the writer */
  say: (text: string, name?: string) => Promise<ChatMessage>;
  /** Null if this reader may not delete messages. @throws ApiError */
  remove: ((message: ChatMessage) => Promise<void>) | null;
};

/** The show's public chat, or the backstage chat. */
export type ChatChannel = "show" | "backstage";

export type Chat = ChatActions & {
  mint: string;
  messages: readonly ChatMessage[];
  state: "loading" | "current" | "offline";
  older: "none" | "more" | "loading";
  loadOlder: () => void;
  /** Reports whether the reader is at the newest message. */
  follow: (following: boolean) => void;
};

const pageSize = 50;
const missedMost = 200;
/** One failure is a hiccup; after the second in a row the reader is told. */
const triesUntilOffline = 2;

/**
 * A livestream's chat: history over HTTP; new messages as hints in the room, while there is one.
 */
export function useChat(mint: string, room: Room | null, channel: ChatChannel = "show"): Chat {
  const address = useMemo(() => ({ mint, channel }), [mint, channel]);
  const [log, dispatch] = useReducer(chatLog, emptyChatLog);
  const { messages, question, revision } = log;
  useQuestion(address, question, dispatch);
  useNews(room, channel, dispatch);
  const [loadingOlder, loadOlder] = useOlder(address, messages[0]?.seq, dispatch);
  const offline = (question?.tries ?? 0) >= triesUntilOffline;
  return {
    mint,
    messages,
    state: offline ? "offline" : revision === null ? "loading" : "current",
    older: loadingOlder ? "loading" : log.older ? "more" : "none",
    loadOlder,
    follow: useCallback((following) => dispatch({ type: "followed", following }), []),
    ...useActions(address, dispatch),
  };
}

type Asked = { after?: number; before?: number; limit: number };

type Address = { mint: string; channel: ChatChannel };

function read({ mint, channel }: Address, query: Asked, signal?: AbortSignal) {
  const input = { params: { mint }, query };
  return channel === "show"
    ? call<typeof readChat>("GET", "/livestreams/{mint}/chat", input, signal)
    : call<typeof readBackstageChat>("GET", "/livestreams/{mint}/backstage/chat", input, signal);
}

function post({ mint, channel }: Address, text: string, name: string | undefined) {
  const params = { mint };
  return channel === "show"
    ? call<typeof postChat>("POST", "/livestreams/{mint}/chat", { params, body: { text, name } })
    : call<typeof postBackstageChat>("POST", "/livestreams/{mint}/backstage/chat", {
        params,
        body: { text },
      });
}

function useQuestion(
  address: Address,
  question: Question | null,
  dispatch: Dispatch<ChatEvent>,
): void {
  useEffect(() => {
    if (!question) return;
    const abort = new AbortController();
    const ask = async () => {
      try {
        const missed = question.asks === "missed";
        const query = missed ? { after: question.after, limit: missedMost } : { limit: pageSize };
        const page = await read(address, query, abort.signal);
        dispatch({ type: missed ? "missed-loaded" : "page-loaded", page });
      } catch {
        if (!abort.signal.aborted) dispatch({ type: "load-failed" });
      }
    };
    const timer = setTimeout(ask, backoffMs(question.tries, Math.random()));
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [address, question, dispatch]);
}

function useNews(room: Room | null, channel: ChatChannel, dispatch: Dispatch<ChatEvent>): void {
  useEffect(() => {
    if (!room) return;
    const doubt = () => dispatch({ type: "doubted" });
    const told = ({ message }: { message: ChatMessage }) => dispatch({ type: "told", message });
    const stop = listenToHints(
      room,
      channel === "show" ? { chat: told } : { "backstage-chat": told },
    );
    room.on(RoomEvent.Reconnected, doubt);
    // Nobody received messages sent between the page's HTML and this connection.
    doubt();
    return () => {
      stop();
      room.off(RoomEvent.Reconnected, doubt);
    };
  }, [room, channel, dispatch]);

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") dispatch({ type: "doubted" });
    };
    window.addEventListener("online", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      window.removeEventListener("online", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [dispatch]);
}

function useOlder(address: Address, oldest: number | undefined, dispatch: Dispatch<ChatEvent>) {
  const [loading, setLoading] = useState(false);
  const busy = useRef(false);
  const load = useCallback(async () => {
    if (oldest === undefined || busy.current) return;
    busy.current = true;
    setLoading(true);
    try {
      dispatch({
        type: "older-loaded",
        page: await read(address, { before: oldest, limit: pageSize }),
      });
    } catch (error) {
      // The button stays, so the reader can try again.
      if (!(error instanceof ApiError)) throw error;
    } finally {
      busy.current = false;
      setLoading(false);
    }
  }, [address, oldest, dispatch]);
  return [loading, load] as const;
}

function useActions(address: Address, dispatch: Dispatch<ChatEvent>): ChatActions {
  return useMemo(() => {
    const { mint, channel } = address;
    const remove = async ({ seq }: ChatMessage) => {
      const message = await call<typeof deleteChat>("DELETE", "/livestreams/{mint}/chat/{seq}", {
        params: { mint, seq },
      });
      dispatch({ type: "told", message });
    };
    return {
      say: async (text, name) => {
        const message = await post(address, text, name);
        dispatch({ type: "told", message });
        return message;
      },
      remove: channel === "show" ? remove : null,
    };
  }, [address, dispatch]);
}
