/** The server goes away and comes back: a worker has servers of its own to kill. */
import { test } from "../support/with-own-servers.ts";
import "./away/door.ts";
import "./away/restart.ts";
import "./away/resume.ts";

test.describe.configure({ mode: "default" }); // two dev servers take seconds to start: one worker of a browser does
