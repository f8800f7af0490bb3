import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "@/lib/auth/next-auth";
import { clientAddress } from "@/lib/http/client-address";

type Params = { params: Promise<{ nextauth: string[] }> };

const handler = (request: NextRequest, context: Params) =>
  NextAuth(request, context, nextAuthOptions(clientAddress(request.headers)));

export { handler as GET, handler as POST };
