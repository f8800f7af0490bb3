import type { TrackReference } from "@livekit/components-react";

/** Someone else in the backstage room. */
export type BackstagePerson = {
  identity: string;
  /** Empty if unnamed. */
  name: string;
  /** Null while the camera is off. */
  picture: TrackReference | null;
  /** Their voice; undefined while the microphone is off. */
  sound: MediaStreamTrack | undefined;
};

export type BackstageCrowd = {
  people: BackstagePerson[];
  /** Whether nobody here would hear this person. */
  alone: boolean;
};

/**
 * Everyone else in the room, without those on stage, who send nothing here. Hosts on stage still listen;
 * guests on stage don't.
 */
export function crowdOf(
  others: readonly (BackstagePerson & { isHost: boolean })[],
  onStage: readonly string[],
): BackstageCrowd {
  const people = others
    .filter(({ identity, picture, sound }) => picture || sound || !onStage.includes(identity))
    .map(({ isHost, ...person }) => person);
  return { people, alone: people.length === 0 && !others.some(({ isHost }) => isHost) };
}
