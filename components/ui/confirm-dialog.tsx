"use client";

import { useTranslations } from "next-intl";
import * as Radix from "radix-ui/alert-dialog";
import { type ReactElement, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { OpenDialogMarker } from "@/components/ui/open-dialog-marker";
import { overlayClasses, windowClasses } from "@/components/ui/popup-classes";
import { usePortalContainer } from "@/components/ui/theme-scope";
import { useReturnFocus } from "@/components/ui/use-return-focus";

type ConfirmDialogProps = {
  /** A question: "End the show?" */
  title: string;
  /** What will change, and whether it can be undone. */
  consequence: ReactNode;
  /** The verb on the button: "End", "Remove". Never "OK". */
  verb: string;
  cancelLabel?: string;
  /** danger: ends or removes. primary: continues. */
  variant?: "danger" | "primary";
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The dialog stays open and busy until the returned promise settles. */
  onConfirm: () => unknown;
};

/**
 * Asks before something irreversible. Focus starts on Cancel, and clicking outside does nothing.
 */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, consequence, verb, cancelLabel, variant = "danger", trigger, onConfirm } = props;
  const t = useTranslations("ui");
  const [ownOpen, setOwnOpen] = useState(false);
  const [pending, setPending] = useState(false);
  const container = usePortalContainer();
  const open = props.open ?? ownOpen;
  const focus = useReturnFocus(trigger !== undefined);

  function setOpen(next: boolean) {
    if (pending && !next) return;
    setOwnOpen(next);
    props.onOpenChange?.(next);
  }

  async function confirm() {
    setPending(true);
    try {
      await onConfirm();
      setOwnOpen(false);
      props.onOpenChange?.(false);
    } finally {
      setPending(false);
    }
  }

  return (
    <Radix.Root open={open} onOpenChange={setOpen}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal container={container}>
        <Radix.Overlay className={overlayClasses} />
        <Radix.Content className={classNames(windowClasses, "sm:max-w-md")} {...focus}>
          <OpenDialogMarker />
          <div className="min-h-0 overflow-y-auto p-5 pb-3">
            <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
            <Radix.Description className="mt-2 text-ink-soft">{consequence}</Radix.Description>
          </div>
          <div className="flex flex-wrap gap-2 px-5 pt-3 pb-safe-5 max-sm:*:flex-1 sm:justify-end">
            <Radix.Cancel asChild>
              <Button variant="quiet" aria-disabled={pending || undefined}>
                {cancelLabel ?? t("cancel")}
              </Button>
            </Radix.Cancel>
            <Button variant={variant} pending={pending} onClick={confirm}>
              {verb}
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
