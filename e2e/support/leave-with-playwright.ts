/** Ends this process, in good order, if Playwright was killed: a shell between the two outlives it. */
const playwright = Number(process.env["PLAYWRIGHT_PID"]);
setInterval(() => {
  try {
    process.kill(playwright, 0);
  } catch {
    process.kill(process.pid, "SIGTERM");
  }
}, 1000).unref();
