export const organizationsPath = "/account/organizations";
export const organizationPath = (orgId: string) => `${organizationsPath}/${orgId}`;
