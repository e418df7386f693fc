// A bar of controls, and no picture.

import { mountView } from "../sync/live_view.js";

export default (args) => mountView(args, { selector: ".bar" });
