import "server-only";
import { preloadModule } from "react-dom";
import { browserModules } from "./modules";

/** For a page that will connect: its scripts would come first, and only then ask for LiveKit's. */
export const preloadLiveKit = () => preloadModule(browserModules().liveKit, { as: "script" });
