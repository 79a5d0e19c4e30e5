/** The server goes away and comes back: each worker has servers of its own to kill. */
import "./away/door.ts";
import "./away/restart.ts";
import "./away/resume.ts";
