import { putOrganizationMember } from "@/lib/contracts/organizations";
import { theActors } from "@/tests/support/api/actors";
import { anAccount } from "@/tests/support/api/factories";

/** Everyone in the table's columns, with the creator's own organization: a member and two admins. */
export async function theTablesPeople() {
  const { people, clients } = await theActors();
  for (const [name, role] of [
    ["member", "member"],
    ["org admin", "admin"],
    ["allowed admin", "admin"],
  ] as const) {
    await people.creator.api.ok(putOrganizationMember, {
      params: { orgId: people.creator.handle },
      body: { handle: people[name].handle, role },
    });
  }
  return { people, clients, passerBy: await anAccount("Passer-by") };
}
