"use client";

import "swagger-ui-dist/swagger-ui.css";
import "./api-reference.css";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { referenceLayout } from "@/components/docs/reference-layout";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { call } from "@/lib/client/server-api/api";
import type { readDocument as contract } from "@/lib/contracts/document";

type State = "loading" | "shown" | "failed";

/**
 * Sends calls to the host name this page was opened under, since its session is valid only there.
 */
async function readDocument(): Promise<object> {
  const document = await call<typeof contract>("GET", "/openapi.json", {});
  return { ...document, servers: [{ url: location.origin }] };
}

/** Swagger UI over /openapi.json, loaded with this page only. "Try it" calls this server. */
export function ApiReference() {
  const t = useTranslations("api-reference");
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<State>("loading");

  useEffect(() => {
    let gone = false;
    Promise.all([import("swagger-ui-dist/swagger-ui-es-bundle.js"), readDocument()])
      .then(([{ default: SwaggerUI }, spec]) => {
        if (gone || !place.current) return;
        // Swagger scrolls to the endpoint in the URL by where it was when it began to draw.
        flushSync(() => setState("shown"));
        SwaggerUI({
          domNode: place.current,
          spec,
          deepLinking: true,
          docExpansion: "list",
          defaultModelsExpandDepth: -1,
          tryItOutEnabled: true,
          plugins: [referenceLayout],
          layout: "ReferenceLayout",
          // Otherwise the document would be sent to a service of Swagger's makers.
          validatorUrl: null,
        });
      })
      .catch(() => setState("failed"));
    return () => {
      gone = true;
    };
  }, []);

  return (
    <>
      {state === "loading" ? (
        <div role="status" aria-label={t("loading")} className="flex flex-col gap-3">
          {["first", "second", "third", "fourth"].map((row) => (
            <Skeleton key={row} className="h-12" />
          ))}
        </div>
      ) : null}
      {state === "failed" ? <Notice tone="problem">{t("failed")}</Notice> : null}
      <h2 className="sr-only">{t("endpoints")}</h2>
      <div ref={place} lang="en" className="api-reference" />
    </>
  );
}
