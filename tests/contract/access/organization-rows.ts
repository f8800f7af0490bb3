import * as brands from "@/lib/contracts/accounts/brand";
import * as organizations from "@/lib/contracts/organizations";
import { unique } from "@/tests/support/api/factories";
import { aPicture } from "@/tests/support/api/pictures";
import { as, noScope, outside, type Row, signedIn } from "./row";
import type { Show } from "./show";

const aLogo = aPicture();

const ofLogo = ({ people }: Show) => ({ params: { orgId: people.creator.handle, kind: "logo" } });
const ofOrganization = ({ people }: Show) => as({ params: { orgId: people.creator.handle } });
/** The creator owns it; the co-host is not a member. */
const inOrganization = (by: { admins: number; members: number }) => ({
  ...outside,
  ...noScope,
  creator: 200,
  "API key": 200,
  "org admin": by.admins,
  "allowed admin": by.admins,
  member: by.members,
  others: 404,
});

export const organizationRows: Row[] = [
  { contract: organizations.listOrganizations, input: () => as({}), expected: signedIn() },
  {
    contract: organizations.createOrganization,
    input: () => as({ body: { id: unique("org"), name: "From the table" } }),
    expected: signedIn(201),
  },
  {
    contract: organizations.readOrganization,
    input: ofOrganization,
    expected: inOrganization({ admins: 200, members: 200 }),
  },
  {
    contract: organizations.renameOrganization,
    input: (show) => as({ ...ofOrganization(show), body: { name: "Renamed" } }),
    expected: inOrganization({ admins: 200, members: 403 }),
  },
  {
    contract: organizations.listOrganizationMembers,
    input: ofOrganization,
    expected: inOrganization({ admins: 200, members: 200 }),
  },
  {
    contract: organizations.putOrganizationMember,
    note: "a plain member",
    input: (show) =>
      as({
        ...ofOrganization(show),
        body: { handle: show.passerBy.handle, role: "member" },
      }),
    expected: inOrganization({ admins: 200, members: 403 }),
  },
  {
    contract: organizations.putOrganizationMember,
    note: "an admin",
    input: (show) =>
      as({
        ...ofOrganization(show),
        body: { handle: show.people["org admin"].handle, role: "admin" },
      }),
    expected: inOrganization({ admins: 403, members: 403 }),
  },
  {
    contract: organizations.removeOrganizationMember,
    note: "a plain member",
    input: async (show) =>
      as({ params: { orgId: show.people.creator.handle, accountId: await show.newMember() } }),
    expected: inOrganization({ admins: 200, members: 403 }),
  },
  {
    contract: brands.readBrand,
    input: ofOrganization,
    expected: inOrganization({ admins: 200, members: 200 }),
  },
  {
    contract: brands.changeBrand,
    input: (show) => as({ ...ofOrganization(show), body: { accent: "#1f6f4a" } }),
    expected: inOrganization({ admins: 200, members: 403 }),
  },
  {
    contract: brands.putBrandPicture,
    input: async (show) => as({ ...ofLogo(show), body: await aLogo }),
    expected: inOrganization({ admins: 200, members: 403 }),
  },
  {
    contract: brands.readBrandPicture,
    note: "without the right digest",
    input: (show) => as({ ...ofLogo(show), query: { digest: "none" } }),
    expected: { others: 404 },
  },
  {
    contract: brands.removeBrandPicture,
    input: (show) => as(ofLogo(show)),
    expected: inOrganization({ admins: 200, members: 403 }),
  },
];
