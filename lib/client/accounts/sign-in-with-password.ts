import { signIn } from "next-auth/react";
import { say } from "@/lib/client/server-api/say";
import { unreachable } from "@/lib/client/server-api/unreachable";

type SignedIn = { signedIn: true } | { signedIn: false; message: string };

function wordsOf(error: string): string {
  switch (error) {
    case "wrong-credentials":
    case "CredentialsSignin":
      return say("problems.codes.wrong-credentials");
    case "too-many-requests":
      return say("accounts.sign-in.too-many");
    default:
      return say("problems.codes.internal-error");
  }
}

/** Starts a session in this browser. next-auth's `error` carries our problem as text. */
export async function signInWithPassword(email: string, password: string): Promise<SignedIn> {
  try {
    const answer = await signIn("credentials", {
      ...{ email, password, redirect: false },
      // Otherwise it is this page, and next-auth takes its `error` parameter for the answer's.
      callbackUrl: "/",
    });
    if (answer?.error) return refusal(wordsOf(answer.error));
    // If the browser did not keep its cookie, next-auth redirects to the form without an error.
    if (answer?.url?.includes("csrf=true")) {
      return refusal(say("accounts.sign-in.no-cookie"));
    }
    return answer?.ok ? { signedIn: true } : refusal(say("problems.codes.internal-error"));
  } catch {
    return refusal(unreachable());
  }
}

const refusal = (message: string): SignedIn => ({ signedIn: false, message });
