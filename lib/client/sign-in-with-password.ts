import { signIn } from "next-auth/react";

type SignedIn = { signedIn: true } | { signedIn: false; message: string };

const words: Record<string, string> = {
  "wrong-credentials": "The e-mail address or the password is wrong.",
  CredentialsSignin: "The e-mail address or the password is wrong.",
  "too-many-requests":
    "Too many attempts with this e-mail address. Wait a few minutes, then try again.",
};
const otherwise = "Something went wrong on our side. Try again.";

/** Starts this browser's session. What next-auth calls `error` is our own problem's code. */
export async function signInWithPassword(email: string, password: string): Promise<SignedIn> {
  try {
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (answer?.error) return refusal(words[answer.error] ?? otherwise);
    // next-auth sends a browser that did not keep its cookie back to the form without an error.
    if (answer?.url?.includes("csrf=true")) {
      return refusal("This browser does not keep our cookie. Allow cookies here, then try again.");
    }
    return answer?.ok ? { signedIn: true } : refusal(otherwise);
  } catch {
    return refusal("The server cannot be reached. Check your connection.");
  }
}

const refusal = (message: string): SignedIn => ({ signedIn: false, message });
