/** What the page around the player gives it. */
export type PlayerFrame = {
  /** Embedded in another site: only the picture, without chat and theatre mode. */
  embedded?: true;
  theatre: boolean;
  /** This viewer is on stage, and hears the others behind a card too. */
  onStage?: boolean;
  /** The stage arranged for this upright screen; absent where the screen is not upright. */
  fills?: boolean;
  onToggleFills?: () => void;
  /** Chat messages that arrived while the chat was hidden. */
  unread: number;
  onToggleTheatre: () => void;
  onToggleChat: () => void;
  /** Set by the page's layout: where the chat and theatre buttons are visible. */
  chatToggleClassName: string | undefined;
  theatreToggleClassName: string | undefined;
};
