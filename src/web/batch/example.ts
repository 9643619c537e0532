/** A file to try the batch with. */
export const EXAMPLE_CSV = `id,title,lyrics
porch,Porch Light,"I left the porch light burning for the late shift crew
They walk in quiet when the sky goes blue"
kettle,Kettle,"Kettle on the burner and the rent on the table
Mama said we make it while the landlord ain't able"
short,Too Short,Hey
`;
