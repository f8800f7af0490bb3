"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import * as Radix from "radix-ui/dialog";
import { type ReactElement, type ReactNode, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import { DialogFooterPlace } from "@/components/ui/dialog-footer";
import { OpenDialogMarker } from "@/components/ui/open-dialog-marker";
import { overlayClasses, windowClasses } from "@/components/ui/popup-classes";
import { usePortalContainer } from "@/components/ui/theme-scope";
import { useReturnFocus } from "@/components/ui/use-return-focus";

const sizes = { sm: "sm:max-w-sm", md: "sm:max-w-lg", lg: "sm:max-w-2xl" };

type DialogProps = {
  title: string;
  description?: ReactNode;
  /** The button that opens it. Without one, use `open` and `onOpenChange`. */
  trigger?: ReactElement;
  open?: boolean;
  defaultOpen?: boolean;
  onOpenChange?: (open: boolean) => void;
  size?: keyof typeof sizes;
  children?: ReactNode;
};

/**
 * A centred window; on phones a sheet from the bottom, within reach of the thumb. The body scrolls; the
 * title and the buttons in a `DialogFooter` stay.
 */
export function Dialog(props: DialogProps) {
  const { title, description, trigger, size = "md", children, ...root } = props;
  const t = useTranslations("ui");
  const container = usePortalContainer();
  const [footer, setFooter] = useState<HTMLElement | null>(null);
  const focus = useReturnFocus(trigger !== undefined);
  return (
    <Radix.Root {...root}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal container={container}>
        <Radix.Overlay className={overlayClasses} />
        <Radix.Content
          className={classNames(windowClasses, sizes[size])}
          {...focus}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <OpenDialogMarker />
          <header className="flex items-start gap-4 pt-3 pr-2 pb-1 pl-5">
            <div className="min-w-0 flex-1 pt-2 short:max-h-[35dvh] short:overflow-y-auto">
              <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
              {description ? (
                <Radix.Description className="mt-1 text-ink-soft">{description}</Radix.Description>
              ) : null}
            </div>
            <Radix.Close
              aria-label={t("close")}
              className="inline-flex size-11 shrink-0 items-center justify-center rounded text-ink-soft hover:bg-fill hover:text-ink"
            >
              <X aria-hidden="true" className="size-5" />
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-3 pb-5 has-[+div:empty]:pb-safe-5">
            <DialogFooterPlace value={footer}>{children}</DialogFooterPlace>
          </div>
          <div
            ref={setFooter}
            className="flex flex-wrap gap-2 border-t border-line px-5 pt-3 pb-safe-3 empty:hidden max-sm:*:flex-1 sm:justify-end"
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Wraps a button that closes its dialog. */
export function DialogClose({ children }: { children: ReactElement }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
