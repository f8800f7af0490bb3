import type { Endpoint } from "@/lib/contracts/common/endpoint";
import * as accountPicture from "./accounts/account-picture";
import * as apiKeys from "./accounts/api-keys";
import * as auth from "./accounts/auth";
import * as brand from "./accounts/brand";
import * as channel from "./accounts/channel";
import * as emailLinks from "./accounts/email-links";
import * as linkedIdentity from "./accounts/linked-identity";
import * as ownData from "./accounts/own-data";
import * as passwords from "./accounts/passwords";
import * as profile from "./accounts/profile";
import * as sessions from "./accounts/sessions";
import * as adminAccounts from "./admin/accounts";
import * as adminLog from "./admin/audit-log";
import * as adminInstallation from "./admin/installation";
import * as adminLivestreams from "./admin/livestreams";
import * as adminReports from "./admin/reports";
import * as adminRestrictions from "./admin/restrictions";
import * as adminServer from "./admin/server";
import * as adminSignUpLinks from "./admin/sign-up-links";
import * as backstage from "./backstage";
import * as calendar from "./calendar";
import * as cards from "./cards";
import * as chat from "./chat";
import * as document from "./document";
import * as eventLog from "./event-log";
import * as guests from "./guests";
import * as invites from "./invites";
import * as livestreamActions from "./livestream-actions";
import * as livestreamEvents from "./livestream-events";
import * as livestreams from "./livestreams";
import * as look from "./look";
import * as oembed from "./oembed";
import * as organizations from "./organizations";
import * as pictures from "./pictures";
import * as programme from "./programme";
import * as reports from "./reports";
import * as restrictions from "./restrictions";
import * as stage from "./stage";
import * as streamKeys from "./stream-keys";
import * as summary from "./summary";
import * as tokens from "./tokens";
import * as whip from "./whip";

/** The contracts by subject, in the order of the documentation. */
export const contractsBySubject = {
  Authentication: endpointsOf({
    ...auth,
    ...profile,
    ...accountPicture,
    ...passwords,
    ...emailLinks,
    ...linkedIdentity,
    ...sessions,
    ...ownData,
  }),
  "API keys": endpointsOf(apiKeys),
  Livestreams: endpointsOf({
    ...livestreams,
    ...livestreamActions,
    ...livestreamEvents,
    ...restrictions,
    ...calendar,
    ...summary,
    ...oembed,
  }),
  Channels: endpointsOf(channel),
  Pictures: endpointsOf({ ...pictures, ...cards }),
  Stage: endpointsOf({ ...stage, ...look, ...backstage }),
  Programme: endpointsOf(programme),
  "Stream keys": endpointsOf(streamKeys),
  WHIP: endpointsOf(whip),
  "LiveKit tokens": endpointsOf(tokens),
  Guests: endpointsOf({ ...invites, ...guests }),
  Organizations: endpointsOf({ ...organizations, ...brand }),
  Chat: endpointsOf(chat),
  Reports: endpointsOf(reports),
  "Event log": endpointsOf(eventLog),
  Administration: endpointsOf({
    ...adminAccounts,
    ...adminLivestreams,
    ...adminRestrictions,
    ...adminReports,
    ...adminLog,
    ...adminServer,
    ...adminInstallation,
    ...adminSignUpLinks,
  }),
  OpenAPI: endpointsOf(document),
};

/** Every contract with its export name. */
export const allContracts = Object.values(contractsBySubject).flat();

type Named = { name: string; contract: Endpoint };

function endpointsOf(exported: Record<string, unknown>): Named[] {
  return Object.entries(exported).flatMap(([name, value]) =>
    isEndpoint(value) ? [{ name, contract: value }] : [],
  );
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === "object" && value !== null && "path" in value && "response" in value;
}
