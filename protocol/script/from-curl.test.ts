import assert from "node:assert/strict";
import { test } from "node:test";
import { headOf } from "./from-curl.ts";

const cases: [name: string, printed: string, head: string, stream: string][] = [
  ["a stream alone", "data: x\n\n", "", "data: x\n\n"],
  [
    "curl -i",
    "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/event-stream\r\nRetry-After: 5\r\nTransfer-Encoding: chunked\r\nDate: x\r\n\r\ndata: x\n\n",
    "@status 503\n@header Retry-After: 5\n",
    "data: x\n\n",
  ],
  [
    "its line ends turned by a text box",
    "HTTP/2 200 \ncache-control: no-cache\nset-cookie: a=b\n\nid: 1\ndata: x\n\n",
    "@header cache-control: no-cache\n",
    "id: 1\ndata: x\n\n",
  ],
  [
    "curl -v",
    "*   Trying 127.0.0.1:3333...\n> GET /api/sse/crlf HTTP/1.1\n> Host: x\n> \n* Request completely sent off\n< HTTP/1.1 200 OK\n< X-Own: {{a}}\n< \n{ [5 bytes data]\ndata: x\n\n* Connection #0 left intact\n",
    "@header X-Own: {{{{a}}\n",
    "data: x\n\n",
  ],
  [
    "a redirect, and where it led",
    "HTTP/1.1 307 T\nLocation: /b\n\nHTTP/1.1 200 OK\nContent-Type: text/plain\n\nhello\n",
    "@header Content-Type: text/plain\n",
    "hello\n",
  ],
];
for (const [name, printed, head, stream] of cases) {
  test(name, () => assert.deepEqual(headOf(printed), { head, stream }));
}
