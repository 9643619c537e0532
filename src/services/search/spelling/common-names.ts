/**
 * Common names of people. The lexicon leaves them out, because its rules pronounce them rightly, and the nearest words that
 * it has are other words (taylor, tailor).
 */
export const COMMON_NAMES: ReadonlySet<string> = new Set(
  (
    'adrian aiden alejandro alexis alfredo alicia allison alonzo alvin alyssa amanda andrea angela angie ' +
    'anita ariana arianna armando arturo ashley avery belinda bennett bernice beverly brayden brenda brendan ' +
    'brianna bridget brittany brooke bruno bryant bryce caitlin caitlyn caleb cameron camila cassidy cecilia ' +
    'cedric charlene chelsea cheryl christina cindy claudia clayton clifford clinton coleman connor courtney ' +
    'cristina curtis damian damien darius darlene darren darryl debra denise derek devin dominic duane dwayne ' +
    'eduardo edwin eileen elena elias ella ellie enrique erik ethan evan evelyn felicia fernando fiona ' +
    'gabriella gabrielle garcia gavin geoffrey gina gladys glenn gonzales gonzalez gordon greg guadalupe ' +
    'guillermo gwendolyn henderson hernandez howard ian ingrid irma ivan jaime jamal jan janice javier jaxon ' +
    'jayden jeanette jeffery jeffrey jenkins jennifer jerome jessica joanna joanne johanna jon jorge josiah ' +
    'juanita julia juliana justin kaitlyn karina karl kate katelyn kathleen kathryn katie kayla kaylee ' +
    'kayleigh keisha keith kelli kelsey kendra kenneth kevin kimberly krista kristen kristi kristin kristina ' +
    'kristine kristy krystal kurt lamar lamont latasha latoya lauren leah leigh lena leroy leslie liam ' +
    'liliana lillian lindsay lindsey lisa lloyd lola lonnie loretta lorraine lucas lydia mackenzie maddie ' +
    'makayla mandy manuel marcus mariah mario marissa marlene marlon marsha marvin mateo mathew maureen ' +
    'maurice maxine mayra mckenna meghan melanie melinda meredith micheal michele miguel miranda mitchell ' +
    'monique myles myra nadia natalia natasha nathan nathaniel neil nevaeh nichole nicolas nicole nina nora ' +
    'olga orlando otis owen paige pamela patterson patti paula payton perez peterson phillips powell preston ' +
    'priscilla quinn rachael rachel ramirez raquel raul raymond rebecca ricardo rivera roberta roberto robyn ' +
    'rogelio ron ronnie rosalie roxanne roy ruben ryan sabrina sadie samantha sanchez sasha scarlett sean ' +
    'sebastian sergio shane shanice shannon shari shaun shelby sheldon shelia sheri sherri sheryl silvia ' +
    'skyler sonia sonya sophie stacey stacy stefan stefanie stephanie tabitha tamika tanya tasha taylor ' +
    'teresa terrance terrence terri thelma theresa tiana todd toni torres traci trevor tricia valerie vicki ' +
    'vickie vicky wendy wilfred wilma winifred wyatt xavier yvette yvonne zachary'
  ).split(' '),
);
