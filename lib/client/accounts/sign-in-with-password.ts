import { signIn } from "next-auth/react";
import { say } from "@/lib/client/server-api/say";

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

/** Starts this browser's session. What next-auth calls `error` is our own problem's code. */
export async function signInWithPassword(email: string, password: string): Promise<SignedIn> {
  try {
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (answer?.error) return refusal(wordsOf(answer.error));
    // next-auth sends a browser that did not keep its cookie back to the form without an error.
    if (answer?.url?.includes("csrf=true")) {
      return refusal(say("accounts.sign-in.no-cookie"));
    }
    return answer?.ok ? { signedIn: true } : refusal(say("problems.codes.internal-error"));
  } catch {
    return refusal(say("problems.offline"));
  }
}

const refusal = (message: string): SignedIn => ({ signedIn: false, message });
