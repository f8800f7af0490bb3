/** Decisions about a livestream and its people, which its event log lists. */
const showDecisions = [
  "guest_admitted",
  "guest_denied",
  "guest_reinstated",
  "guest_moved",
  "invite_revoked",
  "programme_link_created",
  "programme_link_turned_off",
  "person_removed",
  "person_banned",
  "ban_lifted",
  "chat_muted",
  "chat_unmuted",
  "message_deleted",
  "chat_rules_changed",
  "source_muted",
  "sources_allowed",
  "viewer_featured",
  "viewer_unfeatured",
  "look_changed",
  "role_given",
  "role_taken",
  "show_started",
  "show_ended",
  "show_cancelled",
  "show_reopened",
  "show_handed_over",
] as const;

/** Decisions of the installation's admins. A livestream's event log lists that it was ended. */
export const installationDecisions = [
  "show_force_ended",
  "account_suspended",
  "suspension_lifted",
  "sessions_ended",
  "reset_link_created",
  "role_changed",
  "super_admin_changed",
  "settings_changed",
  "report_dismissed",
  "report_handled",
  "sign_up_link_created",
  "sign_up_link_revoked",
] as const;
export type InstallationDecision = (typeof installationDecisions)[number];

export const decisionEvents = [...showDecisions, ...installationDecisions] as const;
export type DecisionEvent = (typeof decisionEvents)[number];

export const isInstallationDecision = (event: string): event is InstallationDecision =>
  installationDecisions.some((each) => each === event);
