import accountPictureDe from "./de/account-picture.json";
import accountsDe from "./de/accounts.json";
import adminDe from "./de/admin.json";
import apiReferenceDe from "./de/api-reference.json";
import backstageDe from "./de/backstage.json";
import brandDe from "./de/brand.json";
import channelDe from "./de/channel.json";
import chatDe from "./de/chat.json";
import devicesDe from "./de/devices.json";
import discoverDe from "./de/discover.json";
import emailLinksDe from "./de/email-links.json";
import embedDe from "./de/embed.json";
import healthDe from "./de/health.json";
import joinDe from "./de/join.json";
import livestreamsDe from "./de/livestreams.json";
import mailDe from "./de/mail.json";
import organizationsDe from "./de/organizations.json";
import ownDataDe from "./de/own-data.json";
import pagesDe from "./de/pages.json";
import preflightDe from "./de/preflight.json";
import problemsDe from "./de/problems.json";
import programmeDe from "./de/programme.json";
import providerDe from "./de/provider.json";
import scheduleDe from "./de/schedule.json";
import serverDe from "./de/server.json";
import settingsDe from "./de/settings.json";
import siteDe from "./de/site.json";
import stageDe from "./de/stage.json";
import streamKeysDe from "./de/stream-keys.json";
import studioDe from "./de/studio.json";
import summaryDe from "./de/summary.json";
import uiDe from "./de/ui.json";
import waitingRoomDe from "./de/waiting-room.json";
import watchDe from "./de/watch.json";
import accountPicture from "./en/account-picture.json";
import accounts from "./en/accounts.json";
import admin from "./en/admin.json";
import apiReference from "./en/api-reference.json";
import backstage from "./en/backstage.json";
import brand from "./en/brand.json";
import channel from "./en/channel.json";
import chat from "./en/chat.json";
import devices from "./en/devices.json";
import discover from "./en/discover.json";
import emailLinks from "./en/email-links.json";
import embed from "./en/embed.json";
import health from "./en/health.json";
import join from "./en/join.json";
import livestreams from "./en/livestreams.json";
import mail from "./en/mail.json";
import organizations from "./en/organizations.json";
import ownData from "./en/own-data.json";
import pages from "./en/pages.json";
import preflight from "./en/preflight.json";
import problems from "./en/problems.json";
import programme from "./en/programme.json";
import provider from "./en/provider.json";
import schedule from "./en/schedule.json";
import server from "./en/server.json";
import settings from "./en/settings.json";
import site from "./en/site.json";
import stage from "./en/stage.json";
import streamKeys from "./en/stream-keys.json";
import studio from "./en/studio.json";
import summary from "./en/summary.json";
import ui from "./en/ui.json";
import waitingRoom from "./en/waiting-room.json";
import watch from "./en/watch.json";
import type { Locale } from "./locales";

const en = {
  "account-picture": accountPicture,
  accounts,
  admin,
  "api-reference": apiReference,
  backstage,
  brand,
  channel,
  chat,
  devices,
  discover,
  "email-links": emailLinks,
  embed,
  health,
  join,
  livestreams,
  mail,
  organizations,
  "own-data": ownData,
  pages,
  preflight,
  problems,
  programme,
  provider,
  schedule,
  server,
  settings,
  site,
  stage,
  "stream-keys": streamKeys,
  studio,
  summary,
  ui,
  "waiting-room": waitingRoom,
  watch,
};

/** Every word of the pages, by namespace; English says which there are. */
export type Catalogue = typeof en;
export type Namespace = keyof Catalogue;

export const catalogues: Record<Locale, Catalogue> = {
  en,
  de: {
    "account-picture": accountPictureDe,
    accounts: accountsDe,
    admin: adminDe,
    "api-reference": apiReferenceDe,
    backstage: backstageDe,
    brand: brandDe,
    channel: channelDe,
    chat: chatDe,
    devices: devicesDe,
    discover: discoverDe,
    "email-links": emailLinksDe,
    embed: embedDe,
    health: healthDe,
    join: joinDe,
    livestreams: livestreamsDe,
    mail: mailDe,
    organizations: organizationsDe,
    "own-data": ownDataDe,
    pages: pagesDe,
    preflight: preflightDe,
    problems: problemsDe,
    programme: programmeDe,
    provider: providerDe,
    schedule: scheduleDe,
    server: serverDe,
    settings: settingsDe,
    site: siteDe,
    stage: stageDe,
    "stream-keys": streamKeysDe,
    studio: studioDe,
    summary: summaryDe,
    ui: uiDe,
    "waiting-room": waitingRoomDe,
    watch: watchDe,
  },
};
