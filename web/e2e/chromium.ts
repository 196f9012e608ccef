// Where the machine's Chromium lies. Apart from what drives it, since the test run asks before it loads any of that.
import { existsSync } from 'node:fs';

const PLACES = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where the machine's Chromium lies; null where there is none. `CHROMIUM` names another one. */
export const chromiumPath = (): string | null => PLACES.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;
