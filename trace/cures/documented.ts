/** Says what was not measured, and what its own documentation says of it. */
import type { Cure, Page } from "./cure.ts";

const unmeasured = { leaving: null, cut: null, down: "", helpsNot: [], head: [] };

function from(...pages: readonly Page[]) {
  return { source: { from: "documentation", pages } as const, inServer: true, ...unmeasured };
}

export const documented: readonly Cure[] = [
  {
    ...from(
      {
        title: "Django, Middleware: GZip middleware",
        url: "https://docs.djangoproject.com/en/stable/ref/middleware/#module-django.middleware.gzip",
      },
      {
        title: "Django, Request and response objects: StreamingHttpResponse",
        url: "https://docs.djangoproject.com/en/stable/ref/request-response/#streaminghttpresponse-objects",
      },
    ),
    tool: "Django",
    holds: "by-compressing",
    does: "`GZipMiddleware` compresses streaming responses too; under WSGI a stream ties a worker for as long as it lasts",
    line: "take `GZipMiddleware` out of `MIDDLEWARE`, and put `@gzip_page` on the views that need it",
    helps: [
      "a `Content-Encoding` that the response has already: it is left alone",
      "ASGI, and an asynchronous iterator for `StreamingHttpResponse`",
    ],
  },
  {
    ...from(
      { title: "Starlette, Middleware: GZipMiddleware", url: "https://starlette.dev/middleware/" },
      {
        title: "Starlette 1.5.0",
        url: "https://github.com/Kludex/starlette/releases/tag/1.5.0",
      },
    ),
    tool: "Starlette, FastAPI",
    holds: "nothing",
    does: "`GZipMiddleware` leaves `text/event-stream` alone; from 1.5.0 on it flushes each piece of any other stream",
    line: "",
    helps: [
      "with types of your own `exclude_content_types=(*DEFAULT_EXCLUDED_CONTENT_TYPES, …)`, which keeps event-stream in the list",
    ],
  },
  {
    ...from({
      title: "PHP, Output Control: Flushing System Buffers",
      url: "https://www.php.net/manual/en/outcontrol.flushing-system-buffers.php",
    }),
    tool: "PHP",
    holds: "by-collecting",
    does: "sends what it has when `flush()` is called or the script ends; buffers of its own (`output_buffering`, `ob_start()`) stand before that",
    line: "`ob_flush(); flush();` after each event (`ob_flush()` only where a buffer is open)",
    helps: ["`ob_implicit_flush()`, which stands for `flush()` and not for `ob_flush()`"],
    helpsNot: ["either of them, where the web server before it collects by itself"],
    head: [{ header: "x-powered-by", value: "php" }],
  },
  {
    ...from({
      title: "Spring Boot, Enable HTTP Response Compression",
      url: "https://docs.spring.io/spring-boot/how-to/webserver.html#howto.webserver.enable-response-compression",
    }),
    tool: "Spring Boot",
    holds: "nothing",
    does: "compresses nothing by default; with `server.compression.enabled=true` only the types of a list, and `text/event-stream` is not in it",
    line: "leave `text/event-stream` out of `server.compression.mime-types`",
    helps: [],
  },
  {
    ...from({
      title: "Rails, ActionController::Live",
      url: "https://api.rubyonrails.org/classes/ActionController/Live.html",
    }),
    tool: "Rails, `ActionController::Live`",
    holds: "by-collecting",
    does: "`Rack::ETag`, there by default, buffers the response with Rack 2.2",
    line: '`response.headers["Last-Modified"] = Time.now.httpdate`',
    helps: ["an `ETag` header", "`Rack::ETag` taken out of the middleware"],
  },
  {
    ...from(
      { title: "Go, net/http: Flusher", url: "https://go.dev/pkg/net/http/#Flusher" },
      {
        title: "Go, net/http/httputil: ReverseProxy",
        url: "https://go.dev/pkg/net/http/httputil/#ReverseProxy",
      },
    ),
    tool: "Go `net/http`",
    holds: "by-collecting",
    does: "what a handler writes may be buffered until `Flush`; `httputil.ReverseProxy` flushes what it knows for a stream at once",
    line: "`http.NewResponseController(w).Flush()` after each event",
    helps: [],
    helpsNot: ["flushing through a `ResponseWriter` of a middleware that does not hand `Flush` on"],
  },
  {
    ...from(
      {
        title: "Cloudflare, Content compression",
        url: "https://developers.cloudflare.com/speed/optimization/content/compression/",
      },
      {
        title: "Cloudflare, Error 524",
        url: "https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-524/",
      },
    ),
    tool: "Cloudflare",
    inServer: false,
    holds: "nothing",
    does: "`text/event-stream` is not among the types that it compresses; a server that sends no response in time (100 s by default) gets 524",
    line: "send the head and a comment at once",
    helps: [],
    head: [{ header: "server", value: "cloudflare" }],
  },
  {
    ...from(
      {
        title: "IIS, Dynamic Types",
        url: "https://learn.microsoft.com/en-us/iis/configuration/system.webserver/httpcompression/dynamictypes/",
      },
      {
        title: "IIS, IScriptMapInfo::GetResponseBufferLimit",
        url: "https://learn.microsoft.com/en-us/iis/web-development-reference/native-code-api-reference/iscriptmapinfo-getresponsebufferlimit-method",
      },
    ),
    tool: "IIS",
    holds: "by-collecting",
    does: "a handler's response is buffered up to `responseBufferLimit`, 4 MB by default; dynamic compression, where installed, takes all of `text/*`",
    line: '`responseBufferLimit="0"` on the handler in web.config',
    helps: ['`<add mimeType="text/event-stream" enabled="false" />` in `<dynamicTypes>`'],
    head: [{ header: "server", value: "microsoft-iis" }],
  },
];
