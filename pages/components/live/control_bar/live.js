// A bar of controls: build.js makes all of them, and nothing is painted.

import { mountView } from "../sync/live_view.js";

const nothing = () => {};

export default (args) =>
  mountView(args, { selector: ".bar", begin: nothing, use: nothing, halt: nothing, paint: nothing });
