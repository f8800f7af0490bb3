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
import type { ChatMessage, deleteChat, postChat, readChat } from "@/lib/contracts/chat";
import { ApiError, call } from "./api";
import { type ChatEvent, chatLog, emptyChatLog, type Question, retryDelayMs } from "./chat-log";
import { listenToHints } from "./room-hints";

type ChatDeeds = {
  /** @throws ApiError with what to tell the writer */
  say: (text: string) => Promise<void>;
  /** @throws ApiError */
  remove: (message: ChatMessage) => Promise<void>;
};

export type Chat = ChatDeeds & {
  messages: readonly ChatMessage[];
  state: "loading" | "current" | "offline";
  older: "none" | "more" | "loading";
  loadOlder: () => void;
  /** Tells whether the reader is at the newest message. */
  follow: (following: boolean) => void;
};

const pageSize = 50;
const missedMost = 200;
/** One failure is a hiccup; at the second in a row the reader is told. */
const triesUntilOffline = 2;

/** A livestream's chat: history by HTTP; news by hints in the room, while there is one. */
export function useChat(mint: string, room: Room | null): Chat {
  const [log, dispatch] = useReducer(chatLog, emptyChatLog);
  const { messages, question, revision } = log;
  useQuestion(mint, question, dispatch);
  useNews(room, dispatch);
  const [loadingOlder, loadOlder] = useOlder(mint, messages[0]?.seq, dispatch);
  const offline = (question?.tries ?? 0) >= triesUntilOffline;
  return {
    messages,
    state: offline ? "offline" : revision === null ? "loading" : "current",
    older: loadingOlder ? "loading" : log.older ? "more" : "none",
    loadOlder,
    follow: useCallback((following) => dispatch({ type: "followed", following }), []),
    ...useDeeds(mint, dispatch),
  };
}

type Asked = { after?: number; before?: number; limit: number };

const read = (mint: string, query: Asked, signal?: AbortSignal) =>
  call<typeof readChat>("GET", "/livestreams/{mint}/chat", { params: { mint }, query }, signal);

function useQuestion(mint: string, question: Question | null, dispatch: Dispatch<ChatEvent>): void {
  useEffect(() => {
    if (!question) return;
    const abort = new AbortController();
    const ask = async () => {
      try {
        const missed = question.asks === "missed";
        const query = missed ? { after: question.after, limit: missedMost } : { limit: pageSize };
        const page = await read(mint, query, abort.signal);
        dispatch({ type: missed ? "missed-loaded" : "page-loaded", page });
      } catch {
        if (!abort.signal.aborted) dispatch({ type: "load-failed" });
      }
    };
    const timer = setTimeout(ask, retryDelayMs(question));
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [mint, question, dispatch]);
}

function useNews(room: Room | null, dispatch: Dispatch<ChatEvent>): void {
  useEffect(() => {
    if (!room) return;
    const doubt = () => dispatch({ type: "doubted" });
    const stop = listenToHints(room, {
      chat: ({ message }) => dispatch({ type: "told", message }),
    });
    room.on(RoomEvent.Reconnected, doubt);
    // What was said between the page's HTML and this connection came to nobody here.
    doubt();
    return () => {
      stop();
      room.off(RoomEvent.Reconnected, doubt);
    };
  }, [room, dispatch]);

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") dispatch({ type: "doubted" });
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [dispatch]);
}

function useOlder(mint: string, oldest: number | undefined, dispatch: Dispatch<ChatEvent>) {
  const [loading, setLoading] = useState(false);
  const busy = useRef(false);
  const load = useCallback(async () => {
    if (oldest === undefined || busy.current) return;
    busy.current = true;
    setLoading(true);
    try {
      dispatch({
        type: "older-loaded",
        page: await read(mint, { before: oldest, limit: pageSize }),
      });
    } catch (error) {
      // The button stays; pressing it again is the way to try again.
      if (!(error instanceof ApiError)) throw error;
    } finally {
      busy.current = false;
      setLoading(false);
    }
  }, [mint, oldest, dispatch]);
  return [loading, load] as const;
}

function useDeeds(mint: string, dispatch: Dispatch<ChatEvent>): ChatDeeds {
  return useMemo(
    () => ({
      async say(text) {
        const message = await call<typeof postChat>("POST", "/livestreams/{mint}/chat", {
          params: { mint },
          body: { text },
        });
        dispatch({ type: "told", message });
      },
      async remove({ seq }) {
        const message = await call<typeof deleteChat>("DELETE", "/livestreams/{mint}/chat/{seq}", {
          params: { mint, seq },
        });
        dispatch({ type: "told", message });
      },
    }),
    [mint, dispatch],
  );
}
