"use client";

import { Plus } from "lucide-react";
import { NewLivestreamForm } from "@/components/livestreams/new-livestream-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** The button, and the form behind it. */
export function NewLivestream() {
  return (
    <Dialog
      title="New livestream"
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          New livestream
        </Button>
      }
    >
      <NewLivestreamForm />
    </Dialog>
  );
}
