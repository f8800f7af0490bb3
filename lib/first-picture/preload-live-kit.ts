import "server-only";
import { preloadModule } from "react-dom";
import { browserModules } from "./modules";

/**
 * For pages that will connect: otherwise LiveKit would be requested only after the page's own
 * scripts.
 */
export const preloadLiveKit = () => preloadModule(browserModules().liveKit, { as: "script" });
