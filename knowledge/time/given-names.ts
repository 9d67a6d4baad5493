/** First names common in French and English, folded: "Octave Minuit" and "Camille Lundi" are people, "Réunion Lundi" is none. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaron abel abigail adam adele adrien agathe agnes ahmed aicha aime aimee alain alan albane albert alex alexander alexandra alexandre alexia alexis
  ali alice alicia alienor alima aline alison alix alyssa amandine amelia amelie amina amine amir amy ana anais anatole andre andrea andrew
  ange angela angele angelina anissa anita ann anna annabelle anne annick annie anouk anthony antoine antoinette antonin ariane armand armelle arnaud
  arthur assia astrid audrey auguste aurelia aurelie aurelien aurore axel axelle aya ayoub baptiste barbara bastien beatrice ben benedicte benjamin
  benoit bernadette bernard bertrand bilal blaise blanche boris brahim brandon brice brigitte bruno camelia camille candice capucine carine carla
  carlos carole caroline cassandra catherine cecile cedric celestin celeste celia celine chantal charles charline charlie charlotte chloe chris
  christelle christian christiane christine christophe claire clara clarisse claude claudia claudine clea clemence clement clementine cleo clotilde
  colette colin coline constance coralie corentin corinne cyprien cyril cyrille dalila damien daniel daniela daniele danielle daphne david deborah
  delphine denis denise diane didier dominique dora doriane dorothee dylan edgar edith edouard edwige eglantine elea eleonore elias elie eliott elisa
  elisabeth elise eliza elizabeth ella ellen eloane elodie eloise elsa emeline emile emilie emily emma emmanuel emmanuelle emmy enora enzo eric erika
  erwan estelle esteban esther ethan etienne eugene eugenie eva evan eve evelyne ewen fabien fabienne fabrice fanny farid fatima fatou fatoumata faustine
  felicie felix ferdinand fernand fiona flavie fleur flora florence florent florian florine france francis francois francoise frank fred frederic
  frederique gabin gabriel gabrielle gaelle gaetan gaspard gauthier gaultier gautier genevieve george georges gerald geraldine gerard germain ghislaine
  gilbert gilles giulia gladys gregoire gregory guillaume gustave guy gwenaelle habib hakim hamza hannah harry hassan helena helene helmut henri
  henriette henry herve hippolyte honore hortense hugo hugues ian ibrahim ibtissem ida idris ilan ilyes imane ines ingrid irene iris isaac isabelle
  ismael issa ivan jack jacob jacqueline jacques jade jamal james jane janine jason jawad jean jeanne jeannine jennifer jeremie jeremy jerome jessica
  jessie jessy jim joachim joan joanna joel joelle joey john johan jonas jonathan jordan joris jose joseph josephine josette joshua josiane joy
  joyce juan judith jules julia julian julie julien juliette justin justine kadiatou karim karima karine karl kate katia kelly kenza kevin kezia khadija
  kilian killian kim kylian laetitia laila lamia lana lara laura laure laureen laurence laurene laurent lauriane lea leana leandre leila lena leo leon
  leonard leonie leonor leopold lewis lia liam lila lilia lilian liliane lilou lily lina linda line lionel lisa lise lison livia lola lorena lou
  louane louis louisa louise loic louka luc luca lucas lucette lucia lucie lucien lucienne lucile lucille ludivine ludovic luka luna lydia lydie lylou
  maddie madeleine mae maelle maelys maeva magali maia maimouna malik malika malo mamadou manon manuel manuela marc marceau marcel marcelle margaux
  margot marguerite maria mariam mariama marianne marie marielle marilou marine marion marius marjorie mark martha marthe martial martin martine mary
  maryam marylou mateo mathias mathieu mathilde mathis mathys matt matteo matthew matthias matthieu maud maurice max maxence maxime maya megan mehdi
  melanie melina melissa melodie melvin michael michel michele micheline michelle miguel mike mila milan milo mina mireille mohamed mohammed moise
  molly mona monica monique morgan morgane mounir mouna mouloud moussa muriel mustapha myriam nabil nadege nadia nadine nael naima naomie nassim natacha
  natalia natasha nathalie nathan nathanael nawel nelly nelson nicholas nick nicolas nicole nina nino noa noah noam nolan nolwenn nora norah norbert
  nour noemie oceane octave odette odile olga oliver olivia olivier omar ophelie orlane oscar osmane ousmane owen pablo paloma pamela pascal pascale
  patrice patricia patrick paul paula paulette paulin pauline perrine peter philibert philip philippe philippine pierre pierrette pierrick prisca
  priscilla prune quentin rachel rachid rania raoul raphael raphaelle rayan raymond raymonde rebecca regine regis remi remy renaud rene renee rhona
  richard rim rita robert robin roger rodolphe roland romain roman romane romeo romuald ronan rosa rosalie rose roxane ruben ruth ryan sabine sabrina
  sacha safia said salima salma salome salomon sam samantha sami samia samir samira samuel samy sandra sandrine sara sarah saskia saul sebastian
  sebastien selena selim selma serena serge severine sheila sidonie sidney simeon simon simone sirine sixtine sofia sofiane sohan soizic soline
  solene solenne sonia sophia sophie soraya souad stan stanislas stella stephane stephanie stephen steve steven suzanne suzie swann sybille sylvain
  sylvie sylviane tania tanguy tara tarek tatiana teddy teo teresa tess tessa thais thea theo theodore therese thibaud thibault thibaut thierry
  thomas tiago tifenn tim timeo timothe timothee titouan tobias tom tommy tony toufik tristan ugo ulysse valentin valentine valerie valery vanessa
  vera veronique victoire victor victoria vincent violaine violette virginie vivian viviane vladimir wafa walid warren wassim wendy wilfried william
  xavier yacine yael yan yanis yann yannick yannis yasmina yasmine yassine yohan yolande youcef younes yousra youssef yves yvette yvon yvonne zachary
  zineb zoe zohra zelie zelia`
    .trim()
    .split(/\s+/),
);
