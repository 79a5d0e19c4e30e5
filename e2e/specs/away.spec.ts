/** The server goes away and comes back: one worker for all of these tests, since they need servers of their own to kill. */
import { test } from "@playwright/test";

test.describe.configure({ mode: "default" });

import "./away/door.ts";
import "./away/restart.ts";
import "./away/resume.ts";
