import { sql } from "./database";
import { anAccount, type Person } from "./factories";

/** An account with the role of an admin of the installation. */
export async function anAdmin(name = "Alan Admin"): Promise<Person> {
  const admin = await anAccount(name);
  await sql("update accounts set role = 'admin' where id = $1", [admin.id]);
  return admin;
}
