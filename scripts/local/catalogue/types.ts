/** How one catalogue song leans on another, named by artist and title. */
export interface CatalogueRelation {
  readonly type: 'remix_of' | 'samples' | 'interpolates' | 'translation_of';
  readonly artist: string;
  readonly title: string;
}

/** One song of the demo catalogue; `releaseDate` is ISO (yyyy-mm-dd), null only if unreleased. */
export interface CatalogueSong {
  readonly title: string;
  readonly album: string | null;
  readonly releaseDate: string | null;
  readonly explicit: boolean;
  /** ISO 639-1 code of the language the lyrics are in. */
  readonly language: string;
  readonly writers: readonly string[];
  readonly producers: readonly string[];
  readonly featured: readonly string[];
  readonly state: 'complete' | 'instrumental' | 'unreleased';
  readonly tags: readonly string[];
  readonly durationSeconds: number;
  readonly relation: CatalogueRelation | null;
  /** Header lines in brackets, one blank line between sections; empty for an instrumental. */
  readonly lyrics: string;
}

/** A fictional artist with every song written for the demo. */
export interface CatalogueArtist {
  readonly name: string;
  readonly slug: string;
  readonly bio: string;
  readonly songs: readonly CatalogueSong[];
}
