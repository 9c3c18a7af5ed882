package io.custard.translate.text;

import java.util.HashSet;
import java.util.Set;

/** Words that carry grammar rather than content; a question may hold them unexplained. */
public final class FunctionWords {
  private static final Set<String> FILLERS =
      words(
          """
          a an the all any some every those these this that which who whom whose where when what
          is are was were be been being am do does did have has had having will would can could
          may might shall should must of in on at to from by for with within into onto about as
          than then there their its his her it they them he she we us our my me i you your and also
          as well along together both either only just please kindly currently now ever so such
          total overall together respectively among amongst across via through during under upon
          between
          's ' ’s ’ , ; : ( ) [ ] - ! ? . / the's s
          database table tables record records recorded row rows data system dataset entry entries
          list listed exist exists existing available present respective corresponding
          corresponding associated related given particular certain various different distinct
          unique value values stored registered known called named titled entitled made make makes
          making contain contains containing include includes including included involve involves
          involved belong belongs belonging own owns owned place placed places placing take takes
          taken taking took get gets got use uses used using give gives given gave receive receives
          received live lives living lived stay stays staying work works working worked serve
          serves served serving go goes went gone going come comes came come located based held
          hold holds holding happen happens happened happening participate participates
          participated participating take offer offers offered offering provide provides provided
          join joins joined attend attends attended enrolled enroll enrolled study studies studied
          studying teach teaches taught run runs running ran associated assigned assign associated
          appear appears appeared earn earns earned earning say says said show shown shows showing
          do done doing keep keeps kept bring brought sell sells sold buy buys bought cost costs
          charge charged spend spent order ordered pay paid pays write written wrote writes writing
          published publish releases released release produced produce directed direct created
          create done own borrow borrowed rented rent hired hire employ employed employs managed
          manage manages play played plays won win wins lead leads led head heads headed
          born died visit visited visits speak speaks spoken spoke originate originates
          originated affiliated affiliate member members correspond corresponds made
          happened leaving departing arriving flying fly flies depart departs arrive arrives leave leaves
          coming heading landing travel traveling head shared share operate operates operated perform
          performed performs someone else anyone purchase purchased purchases number's also it's themselves itself himself herself more's detail's
          """);

  private FunctionWords() {}

  /** Whether a lower-case word or mark may stand without naming anything. */
  public static boolean filler(String lower) {
    return FILLERS.contains(lower);
  }

  private static final Set<String> GRAMMAR =
      words(
          """
          how many much number count amount average mean avg sum total maximum minimum max min most
          least fewest fewer less greater more highest lowest largest smallest biggest greatest
          longest shortest oldest youngest top bottom first last best worst not no never without
          or each per every group grouped sort sorted order ordered ranked arranged ascending
          descending alphabetical alphabetically reverse increasing decreasing asc desc above below
          over under before after since until between at least exactly equal equals higher lower
          larger smaller bigger longer shorter older younger than common popular frequent frequently
          commonly show list find give return display tell report compute calculate determine get
          retrieve select provide name describe what's who's one two three four five six seven
          eight nine ten eleven twelve once twice but except excluding other null missing empty
          unknown id ids information info details everything anything year month day week quarter
          today yesterday past previous current recent recently latest newest earliest ago don't
          doesn't didn't hasn't haven't isn't aren't wasn't weren't like contains starts start
          begins begin ends end substring letter word neither nor if why predict forecast
          """);

  /** Whether a lower-case word belongs to the grammar of questions. */
  public static boolean grammar(String lower) {
    return FILLERS.contains(lower) || GRAMMAR.contains(lower);
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.split("\\s+", -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return Set.copyOf(words);
  }
}
