import type { Visibility } from "@/lib/contracts/livestreams";

export const visibilityWords: Record<Visibility, { title: string; hint: string }> = {
  public: { title: "Public", hint: "On the start page; everybody may watch." },
  unlisted: { title: "Unlisted", hint: "Only who has the link finds it." },
  private: { title: "Private", hint: "Only the people you let in may watch." },
};
