export const organizationsPath = "/account/organizations";
export const organizationPath = (orgId: string) => `${organizationsPath}/${orgId}`;
export const brandPath = (orgId: string) => `${organizationPath(orgId)}/brand`;
