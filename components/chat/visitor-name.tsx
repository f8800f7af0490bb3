import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import { SignInLink } from "@/components/ui/sign-in-link";
import type { ChatVisitor } from "@/lib/client/chat/use-chat-visitor";
import { nameMax } from "@/lib/contracts/common/limits";
import { isolated } from "@/lib/words/isolated";

type VisitorNameProps = { visitor: ChatVisitor; error: string | undefined };

/** The name of someone without an account: chosen with the first message, then shown. */
export function VisitorName({ visitor: { known, name, setName }, error }: VisitorNameProps) {
  const t = useTranslations("chat");
  return (
    <>
      {known ? null : (
        <TextField
          label={t("your-name")}
          name="name"
          autoComplete="nickname"
          maxLength={nameMax}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={error}
        />
      )}
      <p className="text-sm text-ink-soft">
        {t.rich(known ? "writes-as" : "marked", {
          name: isolated(known?.name ?? ""),
          link: (words) => (
            <SignInLink className="underline underline-offset-2 hover:text-ink">{words}</SignInLink>
          ),
        })}
      </p>
    </>
  );
}
