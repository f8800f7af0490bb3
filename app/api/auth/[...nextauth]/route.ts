import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "@/lib/auth/next-auth";

type Params = { params: Promise<{ nextauth: string[] }> };

const handler = (request: NextRequest, context: Params) =>
  NextAuth(request, context, nextAuthOptions());

export { handler as GET, handler as POST };
