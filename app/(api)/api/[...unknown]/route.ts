export { DELETE, GET, OPTIONS, PATCH, POST, PUT } from "@/lib/http/unknown-endpoint";
